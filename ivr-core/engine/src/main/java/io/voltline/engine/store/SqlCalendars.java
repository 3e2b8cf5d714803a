package io.voltline.engine.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.OpeningHours;
import io.voltline.domain.calendar.Span;
import io.voltline.domain.calendar.WorkCalendar;
import io.voltline.engine.selfservice.Calendars;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Working days and opening hours in MariaDB. */
public final class SqlCalendars implements Calendars {
  private final Database database;

  public SqlCalendars(Database database) {
    this.database = database;
  }

  @Override
  public WorkCalendar workdays() {
    return database.read(
        handle ->
            new WorkCalendar(
                handle
                    .select("SELECT day, kind FROM holiday")
                    .map(
                        (rs, ctx) -> {
                          var row = new Row(rs);
                          return Map.entry(row.day("day"), row.text("kind", DayKind::valueOf));
                        })
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  @Override
  public Optional<OpeningHours> hours(String calendar) {
    return database.read(
        handle ->
            Optional.of(
                    handle
                        .select("SELECT * FROM opening_hours WHERE calendar = ?", calendar)
                        .map((rs, ctx) -> span(new Row(rs)))
                        .stream()
                        .collect(
                            groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList()))))
                .filter(spans -> !spans.isEmpty())
                .map(OpeningHours::new));
  }

  private static Map.Entry<DayKind, Span> span(Row row) throws SQLException {
    return Map.entry(
        row.text("day_kind", DayKind::valueOf),
        new Span(row.timeOfDay("opens"), row.timeOfDay("closes")));
  }
}
