/**
 * The dispatcher's journal: written behind the owner's back, one line an event, and replayed
 * through the same routing core.
 */
@NullMarked
package io.voltline.engine.dispatch.journal;

import org.jspecify.annotations.NullMarked;
