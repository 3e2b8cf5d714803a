package io.voltline.engine.store;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.routing.Candidate;
import io.voltline.domain.routing.Decision;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.Verdict;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.CallStory;
import io.voltline.engine.desk.CallStory.BrokenPromise;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Calls as they were written, the last moment's writes included. */
public final class SqlCallHistory implements CallHistory {
  private static final Duration SETTLE = Duration.ofMillis(100);

  private final Database database;
  private final WriteBehind writes;

  public SqlCallHistory(Database database, WriteBehind writes) {
    this.database = database;
    this.writes = writes;
  }

  @Override
  public Optional<CallStory> find(CallId call) {
    writes.settle(SETTLE);
    return database.read(
        handle -> {
          var found = new Conditions().equal("call_id", Optional.of(call));
          return stories(handle, found, 1).stream().findFirst();
        });
  }

  @Override
  public List<CallStory> list(Query query) {
    var caller = query.caller();
    var phone = caller.flatMap(PhoneNumber::parse);
    var conditions =
        new Conditions()
            .atLeast("arrived_at", query.from())
            .below("arrived_at", query.to())
            .equal("caller_phone", phone)
            .equal("caller", phone.isPresent() ? Optional.empty() : caller)
            .equal("queue", query.queue())
            .when(query.promiseBroken(), "promise_broken_at IS NOT NULL")
            .matching(
                "call_id IN (SELECT call_id FROM call_offer WHERE agent_no = ?)", query.agent());
    writes.settle(SETTLE);
    return database.read(handle -> stories(handle, conditions, query.limit()));
  }

  @Override
  public Optional<List<Decision>> decisions(CallId call) {
    writes.settle(SETTLE);
    return database.read(
        handle -> {
          boolean known =
              handle
                  .select("SELECT 1 FROM call_record WHERE call_id = ?", call)
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          return known ? Optional.of(decisions(handle, call)) : Optional.empty();
        });
  }

  private static List<Decision> decisions(Handle handle, CallId call) {
    return handle
        .select("SELECT * FROM call_decision WHERE call_id = ? ORDER BY engine_run, seq", call)
        .map((rs, ctx) -> decision(new Row(rs)))
        .list();
  }

  private static Decision decision(Row row) throws SQLException {
    var candidates =
        Arrays.stream(row.text("candidates").split(","))
            .filter(text -> !text.isEmpty())
            .map(SqlCallHistory::candidate)
            .toList();
    return new Decision(
        row.time("at").toEpochMilli(),
        row.text("outcome"),
        row.text("queue", QueueId::new),
        row.text("demand", Demand::parse),
        row.flag("reserve_open"),
        row.big("promise_left_ms"),
        row.big("ring_ms"),
        candidates,
        row.number("unnamed"));
  }

  private static Candidate candidate(String text) {
    int sign = text.indexOf('=');
    return new Candidate(
        new AgentNo(text.substring(0, sign)), Verdict.valueOf(text.substring(sign + 1)));
  }

  private static List<CallStory> stories(Handle handle, Conditions conditions, int limit) {
    var ids =
        conditions
            .select(handle, "SELECT call_id FROM call_record", "ORDER BY arrived_at DESC", limit)
            .mapTo(String.class)
            .list();
    if (ids.isEmpty()) {
      return List.of();
    }
    var parts = new CallParts(handle, ids);
    return handle
        .createQuery("SELECT * FROM call_record WHERE call_id IN (<ids>) ORDER BY arrived_at DESC")
        .bindList("ids", ids)
        .map((rs, ctx) -> story(new Row(rs), parts))
        .list();
  }

  private static CallStory story(Row row, CallParts parts) throws SQLException {
    var id = row.text("call_id", CallId::new);
    return new CallStory(
        id,
        row.text("caller"),
        row.maybe("account_no", AccountNo::new),
        row.maybe("language", Language::valueOf),
        row.maybe("queue", QueueId::new),
        row.time("arrived_at"),
        row.maybeTime("queued_at"),
        parts.offers(id),
        row.maybeTime("answered_at"),
        row.maybe("answered_by", AgentNo::new),
        row.maybeTime("ended_at"),
        row.maybe("end_reason", EndReason::valueOf),
        brokenPromise(row),
        parts.overflows(id),
        parts.nodes(id),
        parts.recordings(id),
        parts.workOrders(id),
        parts.survey(id),
        parts.talkParts(id),
        row.text("direction", CallStory.Direction::valueOf),
        row.maybe("made_by", AgentNo::new),
        parts.quality(id));
  }

  private static Optional<BrokenPromise> brokenPromise(Row row) throws SQLException {
    var at = row.maybeTime("promise_broken_at");
    var cause = row.maybe("promise_broken_cause", BreachCause::valueOf);
    return at.flatMap(a -> cause.map(c -> new BrokenPromise(a, c)));
  }
}
