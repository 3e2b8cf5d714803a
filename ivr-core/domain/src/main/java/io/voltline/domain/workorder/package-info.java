/**
 * Work orders: the tree of business types and the closed loop each order goes through. No storage,
 * no clock; time comes as an argument.
 */
@NullMarked
package io.voltline.domain.workorder;

import org.jspecify.annotations.NullMarked;
