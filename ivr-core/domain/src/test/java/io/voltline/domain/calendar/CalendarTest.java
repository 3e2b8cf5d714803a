package io.voltline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.calendar.OpeningHours.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Thursday and Friday off, made up for on the Sunday before. */
  private static final WorkCalendar CALENDAR =
      new WorkCalendar(
          Map.of(
              day("2026-09-20"), DayKind.WORKING,
              day("2026-09-24"), DayKind.HOLIDAY,
              day("2026-09-25"), DayKind.HOLIDAY));

  private static final OpeningHours HOURS =
      new OpeningHours(
          Map.of(
              DayKind.WORKING, List.of(span("13:00", "17:30"), span("08:30", "12:00")),
              DayKind.REST, List.of(span("09:00", "12:00"))));

  @ParameterizedTest
  @CsvSource({
    "2026-09-18, WORKING",
    "2026-09-19, REST",
    "2026-09-20, WORKING",
    "2026-09-24, HOLIDAY",
    "2026-09-28, WORKING"
  })
  void holidaysAndMadeUpDaysGoBeforeTheWeek(LocalDate day, DayKind kind) {
    assertThat(CALENDAR.kind(day)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-18, 1, 2026-09-20",
    "2026-09-18, 2, 2026-09-21",
    "2026-09-23, 1, 2026-09-28",
    "2026-09-24, 5, 2026-10-02",
    "2026-11-23, 5, 2026-11-30"
  })
  void workingDaysAreCountedFromTheNextDayOn(LocalDate day, int count, LocalDate end) {
    assertThat(CALENDAR.after(day, count)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-18T08:29:59, CLOSED, 2026-09-18T08:30:00",
    "2026-09-18T08:30:00, OPEN, ",
    "2026-09-18T12:00:00, CLOSED, 2026-09-18T13:00:00",
    "2026-09-18T17:30:00, CLOSED, 2026-09-19T09:00:00",
    "2026-09-19T10:00:00, OPEN, ",
    "2026-09-20T14:00:00, OPEN, ",
    "2026-09-23T18:00:00, CLOSED, 2026-09-26T09:00:00",
    "2026-09-24T10:00:00, HOLIDAY, 2026-09-26T09:00:00"
  })
  void itIsOpenByTheKindOfDay(String local, String how, String opens) {
    Standing standing = HOURS.at(at(local), CALENDAR, ZONE);
    assertThat(standing)
        .isEqualTo(
            switch (how) {
              case "OPEN" -> new Standing.Open();
              case "CLOSED" -> new Standing.Closed(at(opens));
              default -> new Standing.Holiday(at(opens));
            });
  }

  @Test
  void openRoundTheClockIsOpenInTheLastSecondToo() {
    var always =
        new OpeningHours(
            Map.of(
                DayKind.WORKING, List.of(span("00:00", "00:00")),
                DayKind.REST, List.of(span("00:00", "00:00"))));
    assertThat(always.at(at("2026-09-18T23:59:59"), CALENDAR, ZONE)).isEqualTo(new Standing.Open());
    assertThat(always.at(at("2026-09-25T23:59:59"), CALENDAR, ZONE))
        .isEqualTo(new Standing.Holiday(at("2026-09-26T00:00:00")));
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> span("12:00", "12:00")).hasMessageContaining("from 12:00");
    assertThatThrownBy(
            () -> new OpeningHours(Map.of(DayKind.HOLIDAY, List.of(span("08:00", "09:00")))))
        .hasMessageContaining("never open");
    assertThatThrownBy(() -> CALENDAR.after(day("2026-09-18"), 0))
        .hasMessageContaining("0 working days");
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Span span(String from, String until) {
    return new Span(LocalTime.parse(from), LocalTime.parse(until));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
