package io.voltline.engine.admin;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.Span;
import io.voltline.engine.desk.Refused;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
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

  /**
   * Says when something is open; the next caller is told by it.
   *
   * @param spans none for closed all day
   * @param seen what stood there when it was decided on
   * @throws Refused NOT_FOUND for a calendar there is not, INVALID when spans overlap or it would
   *     never be open, CONFLICT when something else stands there by now
   */
  public void setHours(Actor by, KeptCalendar.Opening opening, List<Span> spans, List<Span> seen)
      throws Refused {
    List<Span> sorted = spans.stream().sorted(Comparator.comparing(Span::from)).toList();
    refuseOverlaps(sorted);
    refuseNeverOpen(opening, sorted);
    if (!calendar.setHours(opening, sorted, seen, by, clock.instant())) {
      throw new Refused(Refused.Reason.CONFLICT, "other hours stand there by now");
    }
  }

  private static void refuseOverlaps(List<Span> sorted) throws Refused {
    for (int i = 1; i < sorted.size(); i++) {
      Span before = sorted.get(i - 1);
      if (before.contains(sorted.get(i).from())) {
        throw new Refused(
            Refused.Reason.INVALID,
            "/spans/%d: begins before the one of %s ends".formatted(i, before.from()));
      }
    }
  }

  private void refuseNeverOpen(KeptCalendar.Opening opening, List<Span> spans) throws Refused {
    List<KeptCalendar.Hours> all =
        calendar.hours().stream()
            .filter(hours -> hours.calendar().equals(opening.calendar()))
            .toList();
    if (all.isEmpty()) {
      throw new Refused(Refused.Reason.NOT_FOUND, "no calendar " + opening.calendar());
    }
    boolean ordinary = opening.dayKind() != DayKind.HOLIDAY && !spans.isEmpty();
    boolean others =
        all.stream()
            .map(KeptCalendar.Hours::dayKind)
            .anyMatch(kind -> kind != DayKind.HOLIDAY && kind != opening.dayKind());
    if (!ordinary && !others) {
      throw new Refused(
          Refused.Reason.INVALID, "/spans: it would be open neither on working days nor weekends");
    }
  }
}
