package io.voltline.domain.workorder;

import io.voltline.domain.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How much time there is for something.
 *
 * @param amount 1 to the unit's most; anything else is refused with an IllegalArgumentException
 */
public record Term(int amount, Unit unit) {

  /** By the clock, or by days: those end at midnight, and the first is the day after. */
  public enum Unit {
    MINUTES(10_080),
    HOURS(720),
    DAYS(365),
    WORKING_DAYS(250);

    private final int most;

    Unit(int most) {
      this.most = most;
    }

    boolean byTheClock() {
      return this == MINUTES || this == HOURS;
    }
  }

  public Term {
    if (amount < 1 || amount > unit.most) {
      throw new IllegalArgumentException(
          "%d %s: 1 to %d are allowed".formatted(amount, unit, unit.most));
    }
  }

  /**
   * By when something is due that is counted from a moment.
   *
   * @param zone in which days begin and end
   */
  Due due(Milestone milestone, Instant from, WorkCalendar calendar, ZoneId zone) {
    if (unit.byTheClock()) {
      var time = unit == Unit.HOURS ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
      return new Due(milestone, from.plus(time), false);
    }
    LocalDate first = LocalDate.ofInstant(from, zone);
    LocalDate last = unit == Unit.DAYS ? first.plusDays(amount) : calendar.after(first, amount);
    return new Due(milestone, last.plusDays(1).atStartOfDay(zone).toInstant(), true);
  }
}
