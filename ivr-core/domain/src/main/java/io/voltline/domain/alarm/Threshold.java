package io.voltline.domain.alarm;

import java.time.Duration;

/**
 * Where an alarm begins and where it ends; between the two it stays as it is.
 *
 * @param raise the figure at which it begins
 * @param clear the figure below which it ends, not above {@code raise}; anything else is refused
 *     with an IllegalArgumentException
 * @param calm how long the figure has to stay below, so that it does not come and go
 */
public record Threshold(long raise, long clear, Duration calm) {
  public Threshold {
    if (clear > raise) {
      throw new IllegalArgumentException("ends at " + clear + ", above its begin at " + raise);
    }
  }

  boolean reached(long figure, boolean raised) {
    return figure >= (raised ? clear : raise);
  }
}
