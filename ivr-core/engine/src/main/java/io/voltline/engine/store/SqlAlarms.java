package io.voltline.engine.store;

import io.voltline.domain.alarm.Alarm;
import io.voltline.domain.alarm.AlarmKey;
import io.voltline.domain.alarm.AlarmKind;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.alarm.AlarmBook;
import io.voltline.engine.alarm.PastAlarm;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Alarms in MariaDB, each engine's by its name. */
public final class SqlAlarms implements AlarmBook {
  private static final Duration SETTLE = Duration.ofMillis(100);

  private final Database database;
  private final WriteBehind writes;
  private final String node;

  public SqlAlarms(Database database, WriteBehind writes, String node) {
    this.database = database;
    this.writes = writes;
    this.node = node;
  }

  @Override
  public void begin(Instant at) {
    later(
        "UPDATE alarm SET cleared_at = ? WHERE node = ? AND raised_at < ? AND cleared_at IS NULL",
        at,
        node,
        at);
  }

  @Override
  public void raised(Alarm alarm) {
    later(
        """
        INSERT INTO alarm (node, kind, subject, raised_at) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE node = node
        """,
        node,
        alarm.key().kind().name(),
        alarm.key().subject(),
        kept(alarm.since()));
  }

  @Override
  public void acknowledged(Alarm alarm) {
    alarm
        .acknowledged()
        .ifPresent(
            it -> change("acknowledged_by = ?, acknowledged_at = ?", alarm, it.by(), it.at()));
  }

  @Override
  public void cleared(Alarm alarm, Instant at) {
    change("cleared_at = ?", alarm, at);
  }

  private void change(String columns, Alarm alarm, Object... values) {
    AlarmKey key = alarm.key();
    var all = new ArrayList<Object>(List.of(values));
    all.addAll(List.of(node, key.kind().name(), key.subject(), kept(alarm.since())));
    later(
        "UPDATE alarm SET "
            + columns
            + " WHERE node = ? AND kind = ? AND subject = ? AND raised_at = ?",
        all.toArray());
  }

  /** As exact as a column is: a finer one would find no row again. */
  private static Instant kept(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS);
  }

  private void later(String sql, Object... values) {
    var _ = writes.later(handle -> handle.execute(sql, values));
  }

  @Override
  public List<PastAlarm> since(Instant from, int limit) {
    writes.settle(SETTLE);
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT * FROM alarm WHERE raised_at >= ?
                    ORDER BY raised_at DESC, kind, subject LIMIT ?
                    """,
                    from,
                    limit)
                .map((rs, ctx) -> alarm(new Row(rs)))
                .list());
  }

  private static PastAlarm alarm(Row row) throws SQLException {
    Optional<AgentNo> by = row.maybe("acknowledged_by", AgentNo::new);
    Optional<Instant> at = row.maybeTime("acknowledged_at");
    return new PastAlarm(
        new AlarmKey(row.text("kind", AlarmKind::valueOf), row.text("subject")),
        row.time("raised_at"),
        by.flatMap(who -> at.map(when -> new Alarm.Acknowledged(who, when))),
        row.maybeTime("cleared_at"));
  }
}
