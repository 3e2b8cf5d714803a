package io.voltline.domain.notice;

import java.time.Instant;

/**
 * Whether callers are led as on a storm day: a short welcome, and outages first.
 *
 * @param automatic what the rate of calls says, which counts in mode AUTO
 * @param changedBy whose word the mode is: an agent number, {@code console:} and a user, or {@code
 *     system}
 */
public record StormSwitch(StormMode mode, Storm automatic, Instant changedAt, String changedBy) {

  /** Whether the storm is on. */
  public boolean on() {
    return switch (mode) {
      case ON -> true;
      case OFF -> false;
      case AUTO -> automatic.on();
    };
  }

  /** Since when it is on, or off. */
  public Instant since() {
    return mode == StormMode.AUTO && automatic.since().isAfter(changedAt)
        ? automatic.since()
        : changedAt;
  }
}
