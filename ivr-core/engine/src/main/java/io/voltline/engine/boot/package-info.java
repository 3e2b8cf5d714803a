/**
 * Starts and stops the engine and its command-line tools: the one place that knows everybody and
 * wires them by hand. No rule of the business lives here.
 */
@NullMarked
package io.voltline.engine.boot;

import org.jspecify.annotations.NullMarked;
