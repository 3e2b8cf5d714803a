/**
 * The rules of queues, their names and the limits on agents as administrators write them, and the
 * file that keeps what they changed. Read with the settings at the start; nothing here acts on a
 * rule.
 */
@NullMarked
package io.voltline.engine.rules;

import org.jspecify.annotations.NullMarked;
