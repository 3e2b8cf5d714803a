package io.voltline.domain.calendar;

import java.time.LocalTime;

/**
 * A part of a day.
 *
 * @param until midnight is the end of the day; an end that is not after the beginning is refused
 *     with an IllegalArgumentException
 */
public record Span(LocalTime from, LocalTime until) {
  public Span {
    if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
      throw new IllegalArgumentException("from %s until %s".formatted(from, until));
    }
  }

  /** Whether the time of day lies in it; its end does not. */
  public boolean contains(LocalTime time) {
    return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
  }
}
