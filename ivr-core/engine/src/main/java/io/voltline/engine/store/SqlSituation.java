package io.voltline.engine.store;

import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.StormMode;
import io.voltline.domain.notice.StormSwitch;
import io.voltline.engine.selfservice.Situation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The storm switch and emergency announcements in MariaDB. */
public final class SqlSituation implements Situation {
  private final Database database;

  public SqlSituation(Database database) {
    this.database = database;
  }

  @Override
  public StormSwitch stormSwitch() {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM storm_switch")
                .map((rs, ctx) -> stormSwitch(new Row(rs)))
                .one());
  }

  private static StormSwitch stormSwitch(Row row) throws SQLException {
    return new StormSwitch(
        row.text("mode", StormMode::valueOf), row.number("usual_calls"), row.number("factor"));
  }

  @Override
  public long callsSince(Instant moment) {
    return database.read(
        handle ->
            handle
                .select("SELECT COUNT(*) FROM call_record WHERE arrived_at >= ?", moment)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Optional<Notice> notice(Instant moment) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT * FROM notice
                    WHERE valid_from <= ? AND (valid_until IS NULL OR valid_until > ?)
                    ORDER BY valid_from DESC LIMIT 1
                    """,
                    moment,
                    moment)
                .map((rs, ctx) -> notice(new Row(rs)))
                .findOne());
  }

  private static Notice notice(Row row) throws SQLException {
    return new Notice(row.text("id"), row.bilingual("text"));
  }
}
