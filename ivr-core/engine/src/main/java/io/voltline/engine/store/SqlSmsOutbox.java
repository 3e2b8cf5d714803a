package io.voltline.engine.store;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.engine.selfservice.SmsOutbox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Short messages on their way, in MariaDB. */
public final class SqlSmsOutbox implements SmsOutbox {
  private static final int LONGEST_ERROR = 200;

  /** How long an engine may take for those it took. */
  private static final Duration TAKEN = Duration.ofMinutes(2);

  private final Database database;

  public SqlSmsOutbox(Database database) {
    this.database = database;
  }

  @Override
  public void add(Sms sms, Instant now) {
    database.transaction(handle -> add(handle, sms, now));
  }

  /** The same as part of what else is written. */
  static int add(Handle handle, Sms sms, Instant now) {
    return handle.execute(
        """
        INSERT INTO sms_outbox
          (call_id, number, template, text, state, tries, created_at, next_try_at)
        SELECT ?, ?, ?, ?, 'WAITING', 0, ?, ? FROM DUAL WHERE NOT EXISTS
          (SELECT 1 FROM sms_outbox WHERE call_id = ? AND template = ? AND text = ?)
        """,
        sms.call(),
        sms.number(),
        sms.template(),
        sms.text(),
        now,
        now,
        sms.call(),
        sms.template(),
        sms.text());
  }

  @Override
  public List<Waiting> take(Instant now, int most) {
    return database.transaction(
        handle -> {
          List<Waiting> due =
              handle
                  .select(
                      """
                      SELECT id, number, text, tries FROM sms_outbox
                      WHERE state = 'WAITING' AND next_try_at <= ? ORDER BY next_try_at, id LIMIT ?
                      FOR UPDATE SKIP LOCKED
                      """,
                      now,
                      most)
                  .map((rs, ctx) -> waiting(new Row(rs)))
                  .list();
          due.forEach(
              sms ->
                  handle.execute(
                      "UPDATE sms_outbox SET next_try_at = ? WHERE id = ?",
                      now.plus(TAKEN),
                      sms.id()));
          return due;
        });
  }

  private static Waiting waiting(Row row) throws SQLException {
    return new Waiting(
        row.big("id"), row.text("number", PhoneNumber::new), row.text("text"), row.number("tries"));
  }

  @Override
  public void sent(Waiting sms, String gateway, Instant now) {
    database.transaction(
        handle ->
            handle.execute(
                """
                UPDATE sms_outbox SET state = 'SENT', tries = tries + 1, sent_at = ?, gateway = ?,
                  error = NULL
                WHERE id = ? AND state = 'WAITING'
                """,
                now,
                gateway,
                sms.id()));
  }

  @Override
  public void notSent(Waiting sms, String why, Optional<Instant> again) {
    String error = why.length() > LONGEST_ERROR ? why.substring(0, LONGEST_ERROR) : why;
    database.transaction(
        handle ->
            handle.execute(
                """
                UPDATE sms_outbox SET state = ?, tries = tries + 1, error = ?,
                  next_try_at = COALESCE(?, next_try_at)
                WHERE id = ? AND state = 'WAITING'
                """,
                again.isPresent() ? "WAITING" : "FAILED",
                error,
                again,
                sms.id()));
  }
}
