/**
 * Ids and small values that every subject of the domain shares. No rules of a single subject live
 * here.
 */
@NullMarked
package io.voltline.domain.kernel;

import org.jspecify.annotations.NullMarked;
