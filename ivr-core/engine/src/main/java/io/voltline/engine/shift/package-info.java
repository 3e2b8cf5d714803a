/**
 * An agent's day at the desk: rests that a supervisor grants, the own figures, and calls to be made
 * later.
 */
@NullMarked
package io.voltline.engine.shift;

import org.jspecify.annotations.NullMarked;
