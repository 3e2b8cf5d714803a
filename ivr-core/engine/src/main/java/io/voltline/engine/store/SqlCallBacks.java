package io.voltline.engine.store;

import io.voltline.domain.callback.CallBack;
import io.voltline.domain.callback.CallBackRule.Asked;
import io.voltline.domain.callback.CallBackStatus;
import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.selfservice.CallBackBook;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Call-backs in MariaDB; a unique key keeps a number from having two open ones. */
public final class SqlCallBacks implements CallBackBook {
  private final Database database;
  private final EngineRun run;

  public SqlCallBacks(Database database, EngineRun run) {
    this.database = database;
    this.run = run;
  }

  @Override
  public Asked ask(Wish wish, Instant now, Function<Optional<CallBack>, Asked> rule) {
    try {
      return database.transaction(handle -> asked(handle, wish, now, rule));
    } catch (RuntimeException e) {
      if (!SqlErrors.duplicate(e)) {
        throw e;
      }
      // The same number asked twice at the same moment, and the other one was first.
      return database.transaction(handle -> asked(handle, wish, now, rule));
    }
  }

  private static Asked asked(
      Handle handle, Wish wish, Instant now, Function<Optional<CallBack>, Asked> rule) {
    Optional<Owed> open = open(handle, wish.number());
    Asked asked = rule.apply(open.map(Owed::callBack));
    switch (asked) {
      case Asked.Accepted accepted -> insert(handle, wish, accepted.callBack(), now);
      case Asked.Joined joined ->
          open.ifPresent(owed -> update(handle, owed, joined.callBack(), now));
      case Asked.ClosedHours _ -> {
        // Nothing is owed.
      }
    }
    return asked;
  }

  private static Optional<Owed> open(Handle handle, PhoneNumber number) {
    return handle
        .select("SELECT * FROM call_back WHERE open_number = ? FOR UPDATE", number)
        .map((rs, ctx) -> owed(new Row(rs)))
        .findOne();
  }

  private static void insert(Handle handle, Wish wish, CallBack callBack, Instant now) {
    handle.execute(
        """
        INSERT INTO call_back (number, call_id, account_no, language, queue, demand, priority,
          queued_at, status, tries, not_before, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        wish.number(),
        wish.call(),
        wish.account(),
        wish.language().name(),
        callBack.place().queue(),
        callBack.place().demand().toString(),
        callBack.place().priority(),
        callBack.place().since(),
        callBack.status().name(),
        callBack.tries(),
        callBack.notBefore(),
        now);
  }

  private static void update(Handle handle, Owed owed, CallBack callBack, Instant now) {
    handle.execute(
        """
        UPDATE call_back SET status = ?, tries = ?, not_before = ?, queued_at = ?, joined_call = ?,
          ended_at = ?
        WHERE id = ?
        """,
        callBack.status().name(),
        callBack.tries(),
        callBack.notBefore(),
        callBack.place().since(),
        callBack.joinedBy(),
        Optional.of(now).filter(_ -> !callBack.status().open()),
        owed.id());
  }

  @Override
  public List<Owed> begin(Instant now, int most) {
    return database.transaction(
        handle ->
            handle
                .select(
                    """
                    SELECT * FROM call_back
                    WHERE status = 'WAITING' AND joined_call IS NULL AND not_before <= ?
                    ORDER BY queued_at, id LIMIT ? FOR UPDATE SKIP LOCKED
                    """,
                    now,
                    most)
                .map((rs, ctx) -> owed(new Row(rs)))
                .list()
                .stream()
                .map(owed -> begun(handle, owed, now))
                .toList());
  }

  private Owed begun(Handle handle, Owed owed, Instant now) {
    CallBack begun = owed.callBack().begun();
    update(handle, owed, begun, now);
    handle.execute(
        """
        INSERT INTO call_back_try (call_back_id, no, began_at, engine_run) VALUES (?, ?, ?, ?)
          ON DUPLICATE KEY UPDATE began_at = VALUES(began_at), ended_at = NULL, outcome = NULL,
            engine_run = VALUES(engine_run)
        """,
        owed.id(),
        begun.tries(),
        now,
        run.id());
    return new Owed(owed.id(), owed.wish(), begun);
  }

  @Override
  public void ended(Owed tried, UnaryOperator<CallBack> after, TryEnd end, Instant now) {
    database.transaction(
        handle -> {
          ended(handle, tried, after, end, now);
          return tried;
        });
  }

  private static void ended(
      Handle handle, Owed tried, UnaryOperator<CallBack> after, TryEnd end, Instant now) {
    int open =
        handle.execute(
            """
            UPDATE call_back_try SET ended_at = ?, outcome = ?
            WHERE call_back_id = ? AND no = ? AND ended_at IS NULL
            """,
            now,
            end.name(),
            tried.id(),
            tried.callBack().tries());
    // Somebody who called in meanwhile, or a try that was told lost, stays what it is.
    Optional<Owed> trying =
        handle
            .select(
                "SELECT * FROM call_back WHERE id = ? AND status = 'TRYING' FOR UPDATE", tried.id())
            .map((rs, ctx) -> owed(new Row(rs)))
            .findOne();
    if (open > 0) {
      trying.ifPresent(owed -> update(handle, owed, after.apply(owed.callBack()), now));
    }
  }

  @Override
  public boolean owes(PhoneNumber number) {
    return database.read(
        handle ->
            handle
                .select("SELECT 1 FROM call_back WHERE open_number = ?", number)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public Optional<Owed> join(PhoneNumber number, CallId call, Instant now) {
    return amend(number, callBack -> callBack.joined(call), now);
  }

  @Override
  public Optional<Owed> calledIn(PhoneNumber number, CallId call, Instant now) {
    return amend(number, callBack -> callBack.calledIn(call), now);
  }

  /** Changes what is owed to this number; as it was before. */
  private Optional<Owed> amend(PhoneNumber number, UnaryOperator<CallBack> change, Instant now) {
    return database.transaction(
        handle -> {
          Optional<Owed> open = open(handle, number);
          open.ifPresent(owed -> update(handle, owed, change.apply(owed.callBack()), now));
          return open;
        });
  }

  @Override
  public void left(CallId call) {
    database.transaction(
        handle ->
            handle.execute("UPDATE call_back SET joined_call = NULL WHERE joined_call = ?", call));
  }

  @Override
  public List<Joined> joined() {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT call_back.*, ended_call.answered_at, ended_call.call_id AS ended_call
                    FROM call_back LEFT JOIN call_record AS ended_call
                      ON ended_call.call_id = joined_call AND ended_call.ended_at IS NOT NULL
                    WHERE status IN ('WAITING', 'TRYING') AND joined_call IS NOT NULL
                    """)
                .map((rs, ctx) -> joined(new Row(rs)))
                .list());
  }

  private static Joined joined(Row row) throws SQLException {
    return new Joined(
        owed(row), row.maybe("ended_call").isPresent(), row.maybeTime("answered_at").isPresent());
  }

  @Override
  public List<Owed> trying(Instant begunBefore) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT call_back.* FROM call_back JOIN call_back_try
                      ON call_back_id = call_back.id AND no = tries
                    WHERE status = 'TRYING' AND began_at <= ? ORDER BY queued_at, call_back.id
                    """,
                    begunBefore)
                .map((rs, ctx) -> owed(new Row(rs)))
                .list());
  }

  @Override
  public Optional<Owed> find(long id) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM call_back WHERE id = ?", id)
                .map((rs, ctx) -> owed(new Row(rs)))
                .findOne());
  }

  @Override
  public List<String> path(CallId call) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT node FROM call_node WHERE call_id = ? ORDER BY engine_run, seq", call)
                .mapTo(String.class)
                .list());
  }

  private static Owed owed(Row row) throws SQLException {
    var number = row.text("number", PhoneNumber::new);
    return new Owed(
        row.big("id"),
        new Wish(
            row.text("call_id", CallId::new),
            number,
            row.maybe("account_no", AccountNo::new),
            row.text("language", Language::valueOf)),
        new CallBack(
            number,
            new PlaceInLine(
                row.text("queue", QueueId::new),
                row.text("demand", Demand::parse),
                row.number("priority"),
                row.time("queued_at")),
            row.text("status", CallBackStatus::valueOf),
            row.number("tries"),
            row.time("not_before"),
            row.maybe("joined_call", CallId::new)));
  }
}
