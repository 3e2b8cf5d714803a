package io.voltline.domain.workorder;

import java.time.Duration;
import java.time.Instant;

/**
 * By when something has to be done with an order. What was promised stays, whatever limits are
 * changed to.
 *
 * @param by not later than this
 * @param wholeDay whether it is a day that was promised: {@code by} is the midnight it ends with
 */
public record Due(Milestone milestone, Instant by, boolean wholeDay) {

  /** The last minute that is still in time; of a day that is its own last. */
  public Instant last() {
    return wholeDay ? by.minus(Duration.ofMinutes(1)) : by;
  }
}
