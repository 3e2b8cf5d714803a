/** An agent's day at the desk: rests that a supervisor grants. */
@NullMarked
package io.voltline.engine.shift;

import org.jspecify.annotations.NullMarked;
