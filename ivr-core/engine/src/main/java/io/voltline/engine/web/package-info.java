/**
 * HTTP and WebSocket: the API after its contract, events, the desk's files, health and metrics, and
 * the proxy to the switch's WebSocket. The only place that knows Vert.x; decides nothing itself.
 */
@NullMarked
package io.voltline.engine.web;

import org.jspecify.annotations.NullMarked;
