package io.voltline.engine.admin;

import io.voltline.engine.desk.Refused;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Holidays and the days that make up for them are kept here. May block; throws Unavailable. */
public final class CalendarDesk {
  private final KeptCalendar calendar;
  private final ZoneId zone;
  private final InstantSource clock;

  public CalendarDesk(KeptCalendar calendar, ZoneId zone, InstantSource clock) {
    this.calendar = calendar;
    this.zone = zone;
    this.clock = clock;
  }

  /** Those of this year and later. */
  public List<Holiday> holidays() {
    return calendar.holidays(LocalDate.ofInstant(clock.instant(), zone).withDayOfYear(1));
  }

  /** When things are open. */
  public List<KeptCalendar.Hours> hours() {
    return calendar.hours();
  }

  /**
   * Puts or removes what stands for a day; the next caller is told by it.
   *
   * @param seen what stood there when it was decided on
   * @throws Refused CONFLICT when something else stands there by now
   */
  public void set(Actor by, LocalDate day, Optional<Holiday> holiday, Optional<Holiday> seen)
      throws Refused {
    if (!calendar.set(day, holiday, seen, by, clock.instant())) {
      throw new Refused(Refused.Reason.CONFLICT, "of " + day + " something else stands by now");
    }
  }
}
