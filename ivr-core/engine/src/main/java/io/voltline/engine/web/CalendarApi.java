package io.voltline.engine.web;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.Span;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.CalendarDesk;
import io.voltline.engine.admin.Holiday;
import io.voltline.engine.admin.KeptCalendar;
import io.voltline.engine.admin.SettingsSheet;
import io.voltline.engine.desk.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Days, hours and what the settings say, for administrators. */
final class CalendarApi {
  private record DayWish(DayKind kind, Bilingual name) {
    Holiday on(LocalDate day) {
      try {
        return new Holiday(day, kind, name);
      } catch (IllegalArgumentException e) {
        throw new BadInput(String.valueOf(e.getMessage()));
      }
    }
  }

  private record Wish(Optional<DayWish> holiday, Optional<DayWish> seen) {}

  private record SpanWish(LocalTime opens, LocalTime closes) {
    Span span() {
      try {
        return new Span(opens, closes);
      } catch (IllegalArgumentException e) {
        throw new BadInput("/spans: " + e.getMessage());
      }
    }
  }

  private record HoursWish(List<SpanWish> spans, List<SpanWish> seen) {}

  private final CalendarDesk desk;
  private final SettingsSheet settings;

  CalendarApi(CalendarDesk desk, SettingsSheet settings) {
    this.desk = desk;
    this.settings = settings;
  }

  void offer(Operations api) {
    api.answer("getCalendar", this::calendar);
    api.answer("setHoliday", this::set);
    api.answer("setHours", this::setHours);
    api.answer("getSettings", this::settings);
  }

  private Reply calendar(Ask ask) throws Refused {
    by(ask);
    return Reply.ok(Map.of("holidays", desk.holidays(), "hours", desk.hours()));
  }

  private Reply set(Ask ask) throws Refused {
    Actor by = by(ask);
    LocalDate day = day(ask.path("day"));
    Wish wish = ask.body(Wish.class).orElseThrow();
    desk.set(by, day, wish.holiday().map(it -> it.on(day)), wish.seen().map(it -> it.on(day)));
    return Reply.none();
  }

  private Reply setHours(Ask ask) throws Refused {
    Actor by = by(ask);
    HoursWish wish = ask.body(HoursWish.class).orElseThrow();
    var opening =
        new KeptCalendar.Opening(ask.path("calendar"), DayKind.valueOf(ask.path("dayKind")));
    desk.setHours(by, opening, spans(wish.spans()), spans(wish.seen()));
    return Reply.none();
  }

  private static List<Span> spans(List<SpanWish> wishes) {
    return wishes.stream().map(SpanWish::span).toList();
  }

  private Reply settings(Ask ask) throws Refused {
    by(ask);
    return Reply.ok(settings);
  }

  private static Actor by(Ask ask) throws Refused {
    return Actor.of(ask.account(), ask.address());
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadInput("/day: no such day");
    }
  }
}
