package io.voltline.domain.routing;

import io.voltline.domain.kernel.QueueId;
import java.util.OptionalLong;

/**
 * Live figures of one queue. Agents count when they may serve it, sooner or later.
 *
 * @param waiting callers not answered yet, those whose agent rings included
 * @param oldestMillis since when the first of them waits
 * @param idle agents who can be rung now
 * @param ringing agents being rung
 * @param talking agents in a talk
 * @param busy agents signed in but none of these
 */
public record QueueStatus(
    QueueId queue,
    int waiting,
    OptionalLong oldestMillis,
    int idle,
    int ringing,
    int talking,
    int busy) {}
