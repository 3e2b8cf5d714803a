/** When the floor's figures are an alarm, and when they are one no more. */
@NullMarked
package io.voltline.domain.alarm;

import org.jspecify.annotations.NullMarked;
