/**
 * Owns the routing core: one mailbox, one thread, stamps, timers and the carrying out of commands.
 * Knows no switch, store or desk; they reach it through {@code Routing} and are reached through
 * {@code Callers} and {@code AgentObserver}.
 */
@NullMarked
package io.voltline.engine.dispatch;

import org.jspecify.annotations.NullMarked;
