/**
 * Who the customers are: numbers and how they are written, classes, credit, supply, outages. What a
 * customer asked for lives in {@code workorder}.
 */
@NullMarked
package io.voltline.domain.customer;

import org.jspecify.annotations.NullMarked;
