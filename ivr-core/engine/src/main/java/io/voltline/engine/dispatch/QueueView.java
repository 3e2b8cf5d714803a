package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.QueueId;
import java.time.Instant;
import java.util.Optional;

/**
 * Live figures of one queue.
 *
 * @param waiting callers without an agent, those whose agent rings included
 * @param oldest since when the first of them waits
 * @param agentsIdle signed-in agents with the queue's skill who can be rung now
 * @param agentsRinging of them being rung
 * @param agentsTalking of them in a talk
 * @param agentsBusy of them in after-call work or busy
 */
public record QueueView(
    QueueId queue,
    int waiting,
    Optional<Instant> oldest,
    int agentsIdle,
    int agentsRinging,
    int agentsTalking,
    int agentsBusy) {}
