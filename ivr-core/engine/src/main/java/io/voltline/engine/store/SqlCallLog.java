package io.voltline.engine.store;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Decision;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.engine.call.CallLog;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.dispatch.DecisionLog;
import io.voltline.engine.dispatch.PromiseObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls and the routing decisions on them, written behind. */
public final class SqlCallLog implements CallLog, DecisionLog, PromiseObserver {
  private final WriteBehind writes;
  private final EngineRun run;

  public SqlCallLog(WriteBehind writes, EngineRun run) {
    this.writes = writes;
    this.run = run;
  }

  /** A call taken over from another engine keeps its arrival and is open again. */
  @Override
  public void arrived(CallId call, String caller, Instant at) {
    var phone = PhoneNumber.parse(caller);
    change(
        """
        INSERT INTO call_record (call_id, caller, caller_phone, arrived_at, engine_run)
        VALUES (?, LEFT(?, 64), ?, ?, ?)
        ON DUPLICATE KEY UPDATE engine_run = VALUES(engine_run),
          ended_at = IF(end_reason = 'ENGINE_LOST', NULL, ended_at),
          end_reason = IF(end_reason = 'ENGINE_LOST', NULL, end_reason)
        """,
        call,
        caller,
        phone,
        at,
        run.id());
  }

  @Override
  public void standsIn(CallId call) {
    change("UPDATE call_record SET direction = 'BACK' WHERE call_id = ?", call);
  }

  @Override
  public void identified(CallId call, AccountNo account) {
    change("UPDATE call_record SET account_no = ? WHERE call_id = ?", account, call);
  }

  @Override
  public void language(CallId call, Language language) {
    change("UPDATE call_record SET language = ? WHERE call_id = ?", language.name(), call);
  }

  @Override
  public void node(CallId call, String node, Optional<Character> key, Instant at) {
    change(
        """
        INSERT INTO call_node (call_id, engine_run, seq, node, pressed, at) VALUES (?, ?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE seq = seq
        """,
        call,
        run.id(),
        run.next(),
        node,
        key,
        at);
  }

  @Override
  public void queued(CallId call, QueueId queue, Instant at) {
    change("UPDATE call_record SET queue = ?, queued_at = ? WHERE call_id = ?", queue, at, call);
  }

  @Override
  public void overflowed(Command.Overflowed overflow, Instant at) {
    change(
        """
        INSERT INTO call_overflow (call_id, engine_run, seq, at, from_queue, to_queue, cause)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE seq = seq
        """,
        overflow.call(),
        run.id(),
        run.next(),
        at,
        overflow.from(),
        overflow.to(),
        overflow.cause().name());
    overflow
        .to()
        .ifPresent(
            queue ->
                change(
                    "UPDATE call_record SET queue = ? WHERE call_id = ?", queue, overflow.call()));
  }

  @Override
  public void offered(CallId call, OfferId offer, AgentNo agent, Duration ringTime, Instant at) {
    change(
        """
        INSERT INTO call_offer
          (call_id, engine_run, offer_id, agent_no, offered_at, ring_ms, outcome)
        VALUES (?, ?, ?, ?, ?, ?, 'RINGING')
        ON DUPLICATE KEY UPDATE offer_id = offer_id
        """,
        call,
        run.id(),
        offer.value(),
        agent,
        at,
        ringTime.toMillis());
  }

  @Override
  public void offerEnded(CallId call, OfferId offer, OfferOutcome outcome, Instant at) {
    change(
        """
        UPDATE call_offer SET outcome = ?, ended_at = ?
        WHERE call_id = ? AND engine_run = ? AND offer_id = ?
        """,
        outcome.name(),
        at,
        call,
        run.id(),
        offer.value());
  }

  /** A caller who was passed on was answered when the first agent did. */
  @Override
  public void answered(CallId call, OfferId offer, AgentNo agent, Instant at) {
    offerEnded(call, offer, OfferOutcome.ANSWERED, at);
    pickedUp(call, agent, at);
  }

  @Override
  public void pickedUp(CallId call, AgentNo by, Instant at) {
    change(
        """
        UPDATE call_record
        SET answered_at = IF(answered_at IS NULL OR queued_at > answered_at, ?, answered_at),
          answered_by = ?
        WHERE call_id = ?
        """,
        at,
        by,
        call);
  }

  @Override
  public void ended(CallId call, EndReason reason, Instant at) {
    change(
        "UPDATE call_record SET ended_at = ?, end_reason = ? WHERE call_id = ?",
        at,
        reason.name(),
        call);
  }

  @Override
  public void decided(CallId call, Decision decision) {
    change(
        """
        INSERT INTO call_decision
          (call_id, engine_run, seq, at, outcome, queue, demand, reserve_open, promise_left_ms,
           ring_ms, unnamed, candidates)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE seq = seq
        """,
        call,
        run.id(),
        run.next(),
        Instant.ofEpochMilli(decision.atMillis()),
        decision.outcome(),
        decision.queue(),
        decision.demand().toString(),
        decision.reserveOpen(),
        decision.promiseLeftMillis(),
        decision.ringMillis(),
        decision.unnamed(),
        decision.candidates().stream()
            .map(candidate -> candidate.agent() + "=" + candidate.verdict().name())
            .collect(Collectors.joining(",")));
  }

  /** A take-over may find it broken again; the first moment counts. */
  @Override
  public void broken(Command.PromiseBroken promise, Instant at) {
    change(
        """
        UPDATE call_record SET promise_broken_at = ?, promise_broken_cause = ?
        WHERE call_id = ? AND promise_broken_at IS NULL
        """,
        at,
        promise.cause().name(),
        promise.call());
  }

  private void change(String sql, Object... values) {
    var _ = writes.later(handle -> handle.execute(sql, values));
  }
}
