package io.voltline.engine.store;

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
          boolean answered = answered(handle, call, quality);
          if (answered) {
            insert(handle, call, quality);
          }
          return answered;
        });
  }

  private static boolean answered(Handle handle, CallId call, CallQuality quality) {
    return handle
        .select(
            """
            SELECT 1 FROM call_offer
            WHERE call_id = ? AND agent_no = ? AND outcome = 'ANSWERED' LIMIT 1
            """,
            call,
            quality.agentNo())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
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
