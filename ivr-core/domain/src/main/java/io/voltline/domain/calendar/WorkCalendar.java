package io.voltline.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Monday to Friday, but for the days that are ordered otherwise: public holidays, and the weekend
 * days that make up for them (调休).
 *
 * @param ordered what stands in the holiday order, by day
 */
public record WorkCalendar(Map<LocalDate, DayKind> ordered) {
  public WorkCalendar {
    ordered = Map.copyOf(ordered);
  }

  /** What kind of day this is. */
  public DayKind kind(LocalDate day) {
    return Optional.ofNullable(ordered.get(day)).orElseGet(() -> usual(day.getDayOfWeek()));
  }

  private static DayKind usual(DayOfWeek day) {
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? DayKind.REST : DayKind.WORKING;
  }

  /** Whether people work on that day. */
  public boolean working(LocalDate day) {
    return kind(day) == DayKind.WORKING;
  }

  /**
   * The working day that many working days later; the day itself does not count.
   *
   * @param workingDays 1 or more; fewer are refused with an IllegalArgumentException
   */
  public LocalDate after(LocalDate day, int workingDays) {
    if (workingDays < 1) {
      throw new IllegalArgumentException(workingDays + " working days");
    }
    LocalDate at = day;
    for (int left = workingDays; left > 0; left -= working(at) ? 1 : 0) {
      at = at.plusDays(1);
    }
    return at;
  }
}
