/** What supervisors tell agents at their desks, and who has read it. */
@NullMarked
package io.voltline.engine.broadcast;

import org.jspecify.annotations.NullMarked;
