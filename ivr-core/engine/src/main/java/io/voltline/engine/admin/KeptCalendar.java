package io.voltline.engine.admin;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The days and hours that callers are told and limits are counted by. Every method may block and
 * throws Unavailable.
 */
public interface KeptCalendar {

  /** A span in which something is open. */
  record Hours(String calendar, DayKind dayKind, LocalTime opens, LocalTime closes) {}

  /** What has hours: a calendar's kind of day. */
  record Opening(String calendar, DayKind dayKind) {}

  /** From a day on, in order. */
  List<Holiday> holidays(LocalDate from);

  /** By calendar, kind of day and time. */
  List<Hours> hours();

  /** Puts or removes what stands for a day; false when that is no longer what was seen. */
  boolean set(
      LocalDate day, Optional<Holiday> holiday, Optional<Holiday> seen, Actor by, Instant at);

  /**
   * Says when something is open, in the order of times; false when that is no longer what was seen.
   */
  boolean setHours(Opening opening, List<Span> spans, List<Span> seen, Actor by, Instant at);
}
