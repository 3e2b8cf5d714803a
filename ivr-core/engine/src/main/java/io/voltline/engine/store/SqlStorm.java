package io.voltline.engine.store;

import io.voltline.domain.notice.Storm;
import io.voltline.domain.notice.StormMode;
import io.voltline.domain.notice.StormRule;
import io.voltline.domain.notice.StormSwitch;
import io.voltline.engine.admin.Change.Action;
import io.voltline.engine.admin.Change.What;
import io.voltline.engine.notice.Author;
import io.voltline.engine.notice.StormBook;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The storm switch and the calls that come in, in MariaDB. */
public final class SqlStorm implements StormBook {
  private static final String SWITCH = "SELECT * FROM storm_switch";
  private static final String SYSTEM = "system";
  private static final String STORM = "storm";

  private final Database database;

  public SqlStorm(Database database) {
    this.database = database;
  }

  @Override
  public StormSwitch read() {
    return database.read(handle -> read(handle, SWITCH));
  }

  private static StormSwitch read(Handle handle, String sql) {
    return handle.select(sql).map((rs, ctx) -> stormSwitch(new Row(rs))).one();
  }

  private static StormSwitch stormSwitch(Row row) throws SQLException {
    return new StormSwitch(
        row.text("mode", StormMode::valueOf),
        new Storm(row.flag("stormy"), row.time("stormy_since")),
        row.time("changed_at"),
        row.text("changed_by"));
  }

  @Override
  public StormSwitch set(StormMode mode, Author by, Instant now) {
    return database.transaction(
        handle -> {
          StormSwitch before = read(handle, SWITCH + " FOR UPDATE");
          if (before.mode() == mode) {
            return before;
          }
          handle.execute(
              "UPDATE storm_switch SET mode = ?, changed_at = ?, changed_by = ?",
              mode.name(),
              now,
              by.name());
          changed(handle, new Change(now, by.name(), mode, before.automatic().on(), ""));
          ChangeRows.insert(
              handle,
              ChangeRows.Doer.of(by),
              now,
              new What(STORM, STORM, Action.CHANGE),
              Map.of("mode", before.mode().name()),
              Map.of("mode", mode.name()));
          return new StormSwitch(mode, before.automatic(), now, by.name());
        });
  }

  @Override
  public boolean turned(Storm storm, String why) {
    return database.transaction(
        handle -> {
          StormSwitch before = read(handle, SWITCH + " FOR UPDATE");
          if (before.automatic().on() == storm.on()) {
            return false;
          }
          handle.execute(
              "UPDATE storm_switch SET stormy = ?, stormy_since = ?", storm.on(), storm.since());
          changed(handle, new Change(storm.since(), SYSTEM, before.mode(), storm.on(), why));
          return true;
        });
  }

  private static void changed(Handle handle, Change change) {
    handle.execute(
        """
        INSERT INTO storm_change (at, changed_by, mode, stormy, why)
        VALUES (?, ?, ?, ?, LEFT(?, 200))
        """,
        change.at(),
        change.by(),
        change.mode().name(),
        change.stormy(),
        change.why());
  }

  @Override
  public List<Change> changes(int limit) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM storm_change ORDER BY id DESC LIMIT ?", limit)
                .map((rs, ctx) -> change(new Row(rs)))
                .list());
  }

  private static Change change(Row row) throws SQLException {
    return new Change(
        row.time("at"),
        row.text("changed_by"),
        row.text("mode", StormMode::valueOf),
        row.flag("stormy"),
        row.text("why"));
  }

  @Override
  public long callsSince(Instant moment) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT COUNT(*) FROM call_record WHERE direction = 'IN' AND arrived_at >= ?",
                    moment)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public List<Long> earlierDays(Instant now) {
    return database.read(
        handle -> {
          Optional<Instant> first = first(handle);
          var days = new ArrayList<Long>();
          for (int day = 1; day <= StormRule.DAYS; day++) {
            Instant from = now.minus(Duration.ofDays(day)).minus(StormRule.AROUND.dividedBy(2));
            if (first.filter(call -> !call.isAfter(from)).isPresent()) {
              days.add(between(handle, from, from.plus(StormRule.AROUND)));
            }
          }
          return days;
        });
  }

  private static Optional<Instant> first(Handle handle) {
    return handle
        .select("SELECT MIN(arrived_at) AS first FROM call_record")
        .map((rs, ctx) -> new Row(rs).maybeTime("first"))
        .one();
  }

  private static long between(Handle handle, Instant from, Instant until) {
    return handle
        .select(
            """
            SELECT COUNT(*) FROM call_record
            WHERE direction = 'IN' AND arrived_at >= ? AND arrived_at < ?
            """,
            from,
            until)
        .mapTo(Long.class)
        .one();
  }
}
