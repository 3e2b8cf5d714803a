/**
 * Who gets which call: a pure function from stamped events to commands. No clock, no I/O, no
 * threads.
 */
@NullMarked
package io.voltline.domain.routing;

import org.jspecify.annotations.NullMarked;
