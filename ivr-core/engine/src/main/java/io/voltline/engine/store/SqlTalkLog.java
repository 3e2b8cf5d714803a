package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.talk.PartEnd;
import io.voltline.domain.talk.Target;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.talk.AuditTrail;
import io.voltline.engine.talk.TalkLog;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The parts of talks, and who used a right that others lack; written behind. */
public final class SqlTalkLog implements TalkLog {
  private final WriteBehind writes;
  private final EngineRun run;

  public SqlTalkLog(WriteBehind writes, EngineRun run) {
    this.writes = writes;
    this.run = run;
  }

  @Override
  public long began(Part part) {
    long seq = run.next();
    change(
        """
        INSERT INTO call_part
          (call_id, engine_run, seq, kind, by_agent, target_kind, target, began_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE seq = seq
        """,
        part.call(),
        run.id(),
        seq,
        part.kind().name(),
        part.by(),
        part.target().map(SqlTalkLog::kind),
        part.target().map(Target::toString),
        part.beganAt());
    return seq;
  }

  private static String kind(Target target) {
    return target.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }

  @Override
  public void answered(CallId call, long part, Instant at) {
    change(
        "UPDATE call_part SET answered_at = ? WHERE call_id = ? AND engine_run = ? AND seq = ?",
        at,
        call,
        run.id(),
        part);
  }

  @Override
  public void ended(CallId call, long part, PartEnd end, Instant at) {
    change(
        """
        UPDATE call_part SET ended_at = ?, outcome = ?
        WHERE call_id = ? AND engine_run = ? AND seq = ?
        """,
        at,
        end.name(),
        call,
        run.id(),
        part);
  }

  @Override
  public void calledOut(CallId call, AgentNo by, Target target, Instant at) {
    boolean outside = target instanceof Target.Outside;
    change(
        """
        INSERT INTO call_record
          (call_id, caller, caller_phone, arrived_at, direction, made_by, engine_run)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE engine_run = VALUES(engine_run)
        """,
        call,
        target.toString(),
        outside ? Optional.of(target.toString()) : Optional.empty(),
        at,
        outside ? "OUT" : "DESK",
        by,
        run.id());
  }

  @Override
  public void outAnswered(CallId call, AgentNo by, Instant at) {
    change(
        "UPDATE call_record SET answered_at = ?, answered_by = ? WHERE call_id = ?", at, by, call);
  }

  @Override
  public void outEnded(CallId call, EndReason reason, Instant at) {
    change(
        "UPDATE call_record SET ended_at = ?, end_reason = ? WHERE call_id = ?",
        at,
        reason.name(),
        call);
  }

  @Override
  public void audited(AuditTrail.Act act) {
    change(
        """
        INSERT INTO audit (engine_run, seq, at, by_agent, act, call_id, whom, reason, minutes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE seq = seq
        """,
        run.id(),
        run.next(),
        act.at(),
        act.by(),
        act.act(),
        act.call(),
        act.whom(),
        act.reason().map(BusyReason::name),
        act.minutes());
  }

  private void change(String sql, Object... values) {
    var _ = writes.later(handle -> handle.execute(sql, values));
  }
}
