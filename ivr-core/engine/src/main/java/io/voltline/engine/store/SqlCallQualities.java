package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.desk.CallQualities;
import io.voltline.engine.desk.CallQuality;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** The sound of talks, in MariaDB. */
public final class SqlCallQualities implements CallQualities {
  private static final Duration SETTLE = Duration.ofMillis(100);

  private final Database database;
  private final WriteBehind writes;

  public SqlCallQualities(Database database, WriteBehind writes) {
    this.database = database;
    this.writes = writes;
  }

  @Override
  public boolean keep(CallId call, CallQuality quality) {
    writes.settle(SETTLE);
    return database.transaction(
        handle -> {
          boolean talked = talked(handle, call, quality.agentNo());
          if (talked) {
            insert(handle, call, quality);
          }
          return talked;
        });
  }

  /** Whether the agent answered the call, was asked or passed it and answered, or made it. */
  private static boolean talked(Handle handle, CallId call, AgentNo agent) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1 FROM call_offer
              WHERE call_id = :call AND agent_no = :agent AND outcome = 'ANSWERED')
            OR EXISTS (
              SELECT 1 FROM call_part
              WHERE call_id = :call AND target_kind = 'DESK' AND target = :agent
                AND answered_at IS NOT NULL)
            OR EXISTS (
              SELECT 1 FROM call_record WHERE call_id = :call AND made_by = :agent)
            """)
        .bind("call", call)
        .bind("agent", agent)
        .mapTo(Boolean.class)
        .one();
  }

  private static void insert(Handle handle, CallId call, CallQuality quality) {
    handle.execute(
        """
        INSERT INTO call_quality
          (call_id, agent_no, since, seconds, loss_percent, jitter_ms, round_trip_ms, mos, mos_lowest)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE call_id = call_id
        """,
        call,
        quality.agentNo(),
        quality.since(),
        quality.seconds(),
        quality.lossPercent(),
        quality.jitterMillis(),
        quality.roundTripMillis(),
        quality.mos(),
        quality.mosLowest());
  }
}
