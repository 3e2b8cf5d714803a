/** How many FastAGI sessions a server takes a second and at once, beside asterisk-java's own. */
@NullMarked
package io.voltline.bench.agi;

import org.jspecify.annotations.NullMarked;
