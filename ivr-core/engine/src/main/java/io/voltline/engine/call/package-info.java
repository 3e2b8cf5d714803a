/**
 * The life of one inbound call, on one virtual thread: it runs a flow, waits in a queue, is offered
 * to agents, talks and ends. Sees the switch, the store and the desk only through the ports defined
 * here.
 */
@NullMarked
package io.voltline.engine.call;

import org.jspecify.annotations.NullMarked;
