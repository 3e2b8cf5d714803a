/** How soon a screen-pop is decoded at the desk, beside a bare Netty WebSocket server. */
@NullMarked
package io.voltline.bench.pop;

import org.jspecify.annotations.NullMarked;
