/** Alarms on the wall: what of the floor is not as it should be, and who takes care of it. */
@NullMarked
package io.voltline.engine.alarm;

import org.jspecify.annotations.NullMarked;
