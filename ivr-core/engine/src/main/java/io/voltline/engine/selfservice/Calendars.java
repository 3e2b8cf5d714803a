package io.voltline.engine.selfservice;

import io.voltline.domain.calendar.OpeningHours;
import io.voltline.domain.calendar.WorkCalendar;
import java.util.Optional;

/** Working days and opening hours. Every method may block and throws Unavailable. */
public interface Calendars {

  WorkCalendar workdays();

  /** The hours of this calendar; empty when there is none of this name. */
  Optional<OpeningHours> hours(String calendar);
}
