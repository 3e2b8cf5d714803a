package io.voltline.engine.store;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxEnd;
import io.voltline.domain.fax.FaxJob;
import io.voltline.domain.fax.FaxMode;
import io.voltline.domain.fax.FaxState;
import io.voltline.domain.fax.FaxTry;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.fax.FaxJobs;
import io.voltline.engine.selfservice.FaxBook;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Faxes to be sent, in MariaDB. */
public final class SqlFaxes implements FaxBook, FaxJobs {
  private final Database database;

  public SqlFaxes(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(CallId call, String document, PhoneNumber number, Instant now) {
    return database.transaction(
        handle -> {
          boolean known =
              handle
                  .select("SELECT 1 FROM fax_document WHERE id = ?", document)
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          if (known) {
            handle.execute(
                """
                INSERT INTO fax_job
                  (call_id, document, number, state, tries, created_at, next_try_at)
                VALUES (?, ?, ?, 'WAITING', 0, ?, ?)
                ON DUPLICATE KEY UPDATE id = id
                """,
                call,
                document,
                number,
                now,
                now);
          }
          return known;
        });
  }

  @Override
  public Optional<Due> take(Instant now, int lines) {
    return database.transaction(
        handle -> {
          if (trying(handle) >= lines) {
            return Optional.empty();
          }
          Optional<Due> next = next(handle, now);
          next.ifPresent(
              due ->
                  handle.execute(
                      """
                      UPDATE fax_job SET state = 'TRYING', tries = tries + 1, tried_at = ?
                      WHERE id = ?
                      """,
                      now,
                      due.tried().job()));
          return next;
        });
  }

  private static int trying(Handle handle) {
    return handle
        .select("SELECT COUNT(*) FROM fax_job WHERE state = 'TRYING'")
        .mapTo(Integer.class)
        .one();
  }

  private static Optional<Due> next(Handle handle, Instant now) {
    return handle
        .select(
            """
            SELECT j.id, j.tries, j.number, d.path
            FROM fax_job AS j JOIN fax_document AS d ON d.id = j.document
            WHERE j.state = 'WAITING' AND j.next_try_at <= ? AND NOT EXISTS (
              SELECT 1 FROM fax_job AS o WHERE o.number = j.number AND o.state = 'TRYING')
            ORDER BY j.next_try_at, j.id LIMIT 1
            FOR UPDATE SKIP LOCKED
            """,
            now)
        .map((rs, ctx) -> due(new Row(rs)))
        .findOne();
  }

  private static Due due(Row row) throws SQLException {
    return new Due(
        new FaxTry(row.big("id"), row.number("tries") + 1),
        row.text("number", PhoneNumber::new),
        row.text("path"));
  }

  @Override
  public List<Running> running() {
    return database.read(
        handle ->
            handle
                .select("SELECT id, tries, tried_at FROM fax_job WHERE state = 'TRYING'")
                .map(
                    (rs, ctx) -> {
                      var row = new Row(rs);
                      return new Running(
                          new FaxTry(row.big("id"), row.number("tries")), row.time("tried_at"));
                    })
                .list());
  }

  @Override
  public boolean ended(FaxTry tried, FaxEnd end, Optional<Instant> again, Instant now) {
    return database.transaction(
            handle ->
                switch (end) {
                  case FaxEnd.Sent sent -> sent(handle, tried, sent, now);
                  case FaxEnd.NotSent failed -> notSent(handle, tried, failed, again);
                })
        > 0;
  }

  private static int sent(Handle handle, FaxTry tried, FaxEnd.Sent sent, Instant now) {
    return handle.execute(
        """
        UPDATE fax_job SET state = 'SENT', sent_at = ?, pages = ?, mode = ?,
          station = LEFT(?, 32), error = NULL
        WHERE id = ? AND tries = ? AND state = 'TRYING'
        """,
        now,
        sent.pages(),
        sent.mode().map(Enum::name),
        sent.station(),
        tried.job(),
        tried.no());
  }

  private static int notSent(
      Handle handle, FaxTry tried, FaxEnd.NotSent failed, Optional<Instant> again) {
    return handle.execute(
        """
        UPDATE fax_job SET state = ?, next_try_at = COALESCE(?, next_try_at),
          error = LEFT(?, 200)
        WHERE id = ? AND tries = ? AND state = 'TRYING'
        """,
        (again.isPresent() ? FaxState.WAITING : FaxState.FAILED).name(),
        again,
        failed.why(),
        tried.job(),
        tried.no());
  }

  @Override
  public List<FaxJob> list(Query query) {
    var conditions =
        new Conditions()
            .equal("state", query.state().map(Enum::name))
            .equal("number", query.number());
    return database.read(
        handle ->
            conditions
                .select(handle, "SELECT * FROM fax_job", "ORDER BY id DESC", query.limit())
                .map((rs, ctx) -> job(new Row(rs)))
                .list());
  }

  private static FaxJob job(Row row) throws SQLException {
    var state = row.text("state", FaxState::valueOf);
    return new FaxJob(
        row.big("id"),
        row.maybe("call_id", CallId::new),
        row.text("document"),
        row.text("number", PhoneNumber::new),
        state,
        row.number("tries"),
        row.time("created_at"),
        row.maybeTime("sent_at"),
        state == FaxState.SENT ? Optional.of(sent(row)) : Optional.empty(),
        row.maybe("error"));
  }

  private static FaxEnd.Sent sent(Row row) throws SQLException {
    return new FaxEnd.Sent(
        row.number("pages"), row.maybe("mode", FaxMode::valueOf), row.maybe("station"));
  }
}
