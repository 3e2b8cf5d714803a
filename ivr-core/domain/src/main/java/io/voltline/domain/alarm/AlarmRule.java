package io.voltline.domain.alarm;

import java.time.Duration;

/**
 * The thresholds.
 *
 * @param atRisk wait in per cent of a queue's promise, 1 to 100
 * @param atRiskOver per cent of it below which the promise is at risk no more, up to {@code atRisk}
 * @param waiting callers in a queue
 * @param waitingOver callers below which they are too many no more, up to {@code waiting}
 * @param rest beyond what was allowed
 * @param wrapUp of after-call work
 * @param down of a part of the house
 * @param calm how long queues and parts have to be well before an alarm clears
 */
public record AlarmRule(
    int atRisk,
    int atRiskOver,
    int waiting,
    int waitingOver,
    Duration rest,
    Duration wrapUp,
    Duration down,
    Duration calm) {
  /** A caller for whom nobody is signed in overflows by then, where another queue takes over. */
  private static final long NOBODY_SECONDS = 2;

  private static final int WHOLE_PROMISE = 100;

  Threshold of(AlarmKind kind) {
    return switch (kind) {
      case PART_DOWN -> new Threshold(down.toSeconds(), 0, calm);
      case NOBODY_SIGNED_IN -> new Threshold(NOBODY_SECONDS, 0, calm);
      case PROMISE_BROKEN -> new Threshold(WHOLE_PROMISE, atRisk, calm);
      case PROMISE_AT_RISK -> new Threshold(atRisk, atRiskOver, calm);
      case TOO_MANY_WAITING -> new Threshold(waiting, waitingOver, calm);
      case HELP_ASKED -> new Threshold(0, 0, Duration.ZERO);
      case REST_TOO_LONG -> new Threshold(rest.toSeconds(), 0, Duration.ZERO);
      case WRAP_UP_TOO_LONG -> new Threshold(wrapUp.toSeconds(), 0, Duration.ZERO);
    };
  }
}
