/**
 * Which days are worked, holidays and make-up working days included, and when a house is open. No
 * clock: the moment comes as an argument.
 */
@NullMarked
package io.voltline.domain.calendar;

import org.jspecify.annotations.NullMarked;
