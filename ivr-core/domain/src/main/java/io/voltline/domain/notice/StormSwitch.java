package io.voltline.domain.notice;

import java.time.Duration;

/**
 * Whether callers are led as on a storm day: a short welcome, and outages first.
 *
 * @param usualCalls calls that usually come in {@link #WINDOW}, 1 or more
 * @param factor how many times the usual makes a storm, 2 or more
 */
public record StormSwitch(StormMode mode, int usualCalls, int factor) {

  /** The time over which calls are counted. */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  public StormSwitch {
    if (usualCalls < 1 || factor < 2) {
      throw new IllegalArgumentException(
          "a storm at %d times %d calls".formatted(factor, usualCalls));
    }
  }

  /**
   * Whether the storm is on.
   *
   * @param calls that came in during the last {@link #WINDOW}
   */
  public boolean on(long calls) {
    return switch (mode) {
      case ON -> true;
      case OFF -> false;
      case AUTO -> calls >= (long) usualCalls * factor;
    };
  }
}
