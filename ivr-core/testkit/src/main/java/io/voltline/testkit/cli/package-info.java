/** The command {@code ops/call}: one scripted call, told as it happens. */
@NullMarked
package io.voltline.testkit.cli;

import org.jspecify.annotations.NullMarked;
