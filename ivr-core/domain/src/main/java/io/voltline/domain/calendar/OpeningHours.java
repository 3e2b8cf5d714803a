package io.voltline.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When something is open.
 *
 * @param spans by the kind of day; a kind that is left out is closed all day. Hours that never come
 *     on a working day nor on a weekend are refused with an IllegalArgumentException
 */
public record OpeningHours(Map<DayKind, List<Span>> spans) {

  /** How it stands at a moment. */
  public sealed interface Standing {
    record Open() implements Standing {}

    /** Closed until then. */
    record Closed(Instant opens) implements Standing {}

    /** Closed for a public holiday until then. */
    record Holiday(Instant opens) implements Standing {}
  }

  public OpeningHours {
    spans =
        spans.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    if (of(spans, DayKind.WORKING).isEmpty() && of(spans, DayKind.REST).isEmpty()) {
      throw new IllegalArgumentException("never open on ordinary days: " + spans);
    }
  }

  private static List<Span> of(Map<DayKind, List<Span>> spans, DayKind kind) {
    return Optional.ofNullable(spans.get(kind)).orElse(List.of());
  }

  /** Open or not, in the calendar and the time zone of the place. */
  public Standing at(Instant moment, WorkCalendar calendar, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    DayKind today = calendar.kind(local.toLocalDate());
    if (of(spans, today).stream().anyMatch(span -> span.contains(local.toLocalTime()))) {
      return new Standing.Open();
    }
    Instant opens = next(local, calendar);
    return today == DayKind.HOLIDAY ? new Standing.Holiday(opens) : new Standing.Closed(opens);
  }

  private Instant next(ZonedDateTime after, WorkCalendar calendar) {
    for (LocalDate day = after.toLocalDate(); ; day = day.plusDays(1)) {
      LocalDate tried = day;
      Optional<Instant> opens =
          of(spans, calendar.kind(day)).stream()
              .map(Span::from)
              .sorted()
              .map(from -> moment(tried, from, after.getZone()))
              .filter(instant -> instant.isAfter(after.toInstant()))
              .findFirst();
      if (opens.isPresent()) {
        return opens.get();
      }
    }
  }

  private static Instant moment(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
