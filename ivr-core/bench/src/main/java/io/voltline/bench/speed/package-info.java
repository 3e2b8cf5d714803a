/** How many decisions a second routing makes on one thread, beside a naive one. */
@NullMarked
package io.voltline.bench.speed;

import org.jspecify.annotations.NullMarked;
