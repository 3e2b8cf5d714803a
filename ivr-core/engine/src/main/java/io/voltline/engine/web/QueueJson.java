package io.voltline.engine.web;

import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.dispatch.QueueView;
import java.time.Duration;
import java.time.Instant;

/** The contract's QueueStats. */
record QueueJson(
    QueueId queue,
    int waiting,
    Duration longestWaitSeconds,
    int agentsIdle,
    int agentsRinging,
    int agentsTalking,
    int agentsBusy) {

  static QueueJson of(QueueView view, Instant now) {
    Duration longest =
        view.oldest().map(oldest -> Duration.between(oldest, now)).orElse(Duration.ZERO);
    return new QueueJson(
        view.queue(),
        view.waiting(),
        longest.isNegative() ? Duration.ZERO : longest,
        view.agentsIdle(),
        view.agentsRinging(),
        view.agentsTalking(),
        view.agentsBusy());
  }
}
