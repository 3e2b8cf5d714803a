package io.voltline.domain.routing;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;

/**
 * A caller who is not answered yet. Times are milliseconds since the epoch.
 *
 * @param dueMillis when the promise to answer is over
 * @param ringing an agent is being rung, or about to be
 * @param danger it comes before all others
 */
public record WaitingCall(
    CallId call,
    QueueId queue,
    long queuedMillis,
    long dueMillis,
    boolean ringing,
    boolean danger) {}
