package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import java.time.Instant;

/**
 * A caller who is not answered yet.
 *
 * @param dueAt when the promise to answer is over
 * @param ringing an agent is being rung, or about to be
 * @param danger it comes before all others
 */
public record WaitingView(
    CallId call, QueueId queue, Instant queuedAt, Instant dueAt, boolean ringing, boolean danger) {}
