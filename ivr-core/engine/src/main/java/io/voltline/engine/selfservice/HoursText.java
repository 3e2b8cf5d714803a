package io.voltline.engine.selfservice;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.OpeningHours;
import io.voltline.domain.calendar.Span;
import io.voltline.domain.kernel.Bilingual;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opening hours in words, by the kind of day. */
final class HoursText {
  private HoursText() {}

  static Bilingual of(OpeningHours hours) {
    List<Bilingual> parts =
        Arrays.stream(DayKind.values()).map(kind -> of(kind, spans(hours, kind))).toList();
    return new Bilingual(
        parts.stream().map(Bilingual::zh).collect(Collectors.joining("，")),
        parts.stream().map(Bilingual::en).collect(Collectors.joining(", ")));
  }

  private static List<Span> spans(OpeningHours hours, DayKind kind) {
    return Optional.ofNullable(hours.spans().get(kind)).orElse(List.of()).stream()
        .sorted(Comparator.comparing(Span::from))
        .toList();
  }

  private static Bilingual of(DayKind kind, List<Span> spans) {
    Bilingual days = days(kind);
    if (spans.isEmpty()) {
      return new Bilingual(days.zh() + "休息", "closed " + days.en());
    }
    return new Bilingual(
        days.zh() + spans.stream().map(HoursText::zh).collect(Collectors.joining("和")),
        spans.stream().map(HoursText::en).collect(Collectors.joining(" and ")) + " " + days.en());
  }

  private static Bilingual days(DayKind kind) {
    return switch (kind) {
      case WORKING -> new Bilingual("工作日", "on working days");
      case REST -> new Bilingual("周末", "at weekends");
      case HOLIDAY -> new Bilingual("法定节假日", "on public holidays");
    };
  }

  private static String zh(Span span) {
    return zh(span.from().getHour(), span.from().getMinute())
        + "到"
        + zh(endHour(span), span.until().getMinute());
  }

  private static String zh(int hour, int minute) {
    return hour + "点" + (minute == 0 ? "" : minute + "分");
  }

  private static String en(Span span) {
    return "%d:%02d to %d:%02d"
        .formatted(
            span.from().getHour(),
            span.from().getMinute(),
            endHour(span),
            span.until().getMinute());
  }

  private static int endHour(Span span) {
    return span.until().equals(LocalTime.MIDNIGHT) ? 24 : span.until().getHour();
  }
}
