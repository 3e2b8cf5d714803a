package io.voltline.domain.routing;

import io.voltline.domain.kernel.QueueId;
import java.util.OptionalLong;

/**
 * Live figures of one queue.
 *
 * @param waiting callers not answered yet, those whose agent rings included
 * @param oldestMillis since when the first of them waits
 * @param idle agents with the queue's skill who can be rung now
 * @param engaged of them being rung or talking
 * @param busy of them signed in but neither
 */
public record QueueStatus(
    QueueId queue, int waiting, OptionalLong oldestMillis, int idle, int engaged, int busy) {}
