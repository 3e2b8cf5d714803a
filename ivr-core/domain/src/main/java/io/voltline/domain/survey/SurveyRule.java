package io.voltline.domain.survey;

import java.time.Duration;
import java.time.Instant;

/**
 * How callers are asked by short message.
 *
 * @param mostADay messages to one number within 24 hours; 0 asks nobody
 * @param answerWithin how long after it a reply counts
 */
public record SurveyRule(int mostADay, Duration answerWithin) {
  private static final Duration DAY = Duration.ofHours(24);

  /** Messages since this moment count against the most a day. */
  public Instant dayBegan(Instant now) {
    return now.minus(DAY);
  }

  /** Until when a reply to a message of this moment counts. */
  public Instant until(Instant asked) {
    return asked.plus(answerWithin);
  }
}
