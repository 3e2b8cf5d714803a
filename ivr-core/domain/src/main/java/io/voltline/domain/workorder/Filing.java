package io.voltline.domain.workorder;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How soon after the end of its call an agent sent an order (3 minutes on average are promised).
 *
 * @param after from the end of the call on; zero when it was sent while the call was on
 * @param late whether that is more than the limit that held then
 */
public record Filing(Duration after, boolean late) {

  /**
   * What is recorded of an order sent now.
   *
   * @param callEnd empty while the call is on
   */
  public static Filing of(Optional<Instant> callEnd, Instant sent, Duration limit) {
    Duration after =
        callEnd
            .map(end -> Duration.between(end, sent))
            .filter(Duration::isPositive)
            .orElse(Duration.ZERO);
    return new Filing(after, after.compareTo(limit) > 0);
  }
}
