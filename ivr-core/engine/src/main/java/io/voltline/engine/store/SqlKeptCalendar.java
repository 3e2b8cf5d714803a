package io.voltline.engine.store;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.Span;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.Holiday;
import io.voltline.engine.admin.KeptCalendar;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Days and hours as administrators keep them, in MariaDB. */
public final class SqlKeptCalendar implements KeptCalendar {
  private final Database database;

  public SqlKeptCalendar(Database database) {
    this.database = database;
  }

  @Override
  public List<Holiday> holidays(LocalDate from) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM holiday WHERE day >= ? ORDER BY day", from)
                .map((rs, ctx) -> holiday(new Row(rs)))
                .list());
  }

  @Override
  public List<Hours> hours() {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM opening_hours ORDER BY calendar, day_kind DESC, opens")
                .map((rs, ctx) -> hours(new Row(rs)))
                .list());
  }

  @Override
  public boolean set(
      LocalDate day, Optional<Holiday> holiday, Optional<Holiday> seen, Actor by, Instant at) {
    return database.transaction(
        handle -> {
          boolean asSeen = find(handle, day).equals(seen);
          if (asSeen && !holiday.equals(seen)) {
            write(handle, day, holiday);
            ChangeRows.insert(
                handle, by, at, what(day, holiday, seen), facts(seen), facts(holiday));
          }
          return asSeen;
        });
  }

  @Override
  public boolean setHours(
      Opening opening, List<Span> spans, List<Span> seen, Actor by, Instant at) {
    return database.transaction(
        handle -> {
          boolean asSeen = spans(handle, opening).equals(seen);
          if (asSeen && !spans.equals(seen)) {
            write(handle, opening, spans);
            String subject = opening.calendar() + " " + opening.dayKind();
            ChangeRows.insert(
                handle,
                by,
                at,
                new Change.What("hours", subject, Change.Action.CHANGE),
                told(seen),
                told(spans));
          }
          return asSeen;
        });
  }

  private static List<Span> spans(Handle handle, Opening opening) {
    return handle
        .select(
            "SELECT * FROM opening_hours WHERE calendar = ? AND day_kind = ? ORDER BY opens"
                + " FOR UPDATE",
            opening.calendar(),
            opening.dayKind().name())
        .map((rs, ctx) -> hours(new Row(rs)))
        .map(hours -> new Span(hours.opens(), hours.closes()))
        .list();
  }

  private static void write(Handle handle, Opening opening, List<Span> spans) {
    handle.execute(
        "DELETE FROM opening_hours WHERE calendar = ? AND day_kind = ?",
        opening.calendar(),
        opening.dayKind().name());
    for (Span span : spans) {
      handle.execute(
          "INSERT INTO opening_hours (calendar, day_kind, opens, closes) VALUES (?, ?, ?, ?)",
          opening.calendar(),
          opening.dayKind().name(),
          span.from(),
          span.until());
    }
  }

  private static Map<String, Object> told(List<Span> spans) {
    return Map.of(
        "hours",
        spans.stream()
            .map(span -> span.from() + "–" + span.until())
            .collect(Collectors.joining(", ")));
  }

  private static Optional<Holiday> find(Handle handle, LocalDate day) {
    return handle
        .select("SELECT * FROM holiday WHERE day = ? FOR UPDATE", day)
        .map((rs, ctx) -> holiday(new Row(rs)))
        .findOne();
  }

  private static void write(Handle handle, LocalDate day, Optional<Holiday> holiday) {
    handle.execute("DELETE FROM holiday WHERE day = ?", day);
    holiday.ifPresent(
        it ->
            handle.execute(
                "INSERT INTO holiday (day, kind, name_zh, name_en) VALUES (?, ?, ?, ?)",
                day,
                it.kind().name(),
                it.name().zh(),
                it.name().en()));
  }

  private static Change.What what(
      LocalDate day, Optional<Holiday> holiday, Optional<Holiday> seen) {
    Change.Action action =
        holiday.isEmpty()
            ? Change.Action.REMOVE
            : seen.isEmpty() ? Change.Action.CREATE : Change.Action.CHANGE;
    return new Change.What("holiday", day.toString(), action);
  }

  private static Map<String, Object> facts(Optional<Holiday> holiday) {
    return holiday.map(Holiday::facts).orElse(Map.of());
  }

  private static Holiday holiday(Row row) throws SQLException {
    return new Holiday(row.day("day"), row.text("kind", DayKind::valueOf), row.bilingual("name"));
  }

  private static Hours hours(Row row) throws SQLException {
    return new Hours(
        row.text("calendar"),
        row.text("day_kind", DayKind::valueOf),
        row.timeOfDay("opens"),
        row.timeOfDay("closes"));
  }
}
