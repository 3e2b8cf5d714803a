package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.shift.WorkLog;
import java.time.Instant;
import java.util.Optional;

/** What agents did, written behind. */
public final class SqlWorkLog implements WorkLog {
  private final WriteBehind writes;

  public SqlWorkLog(WriteBehind writes) {
    this.writes = writes;
  }

  @Override
  public void worked(
      AgentNo agent, Kind kind, Optional<CallId> call, Instant began, Instant ended) {
    var _ =
        writes.later(
            handle ->
                handle.execute(
                    """
                    INSERT INTO agent_work (agent_no, began_at, kind, call_id, ended_at)
                    VALUES (?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE ended_at = VALUES(ended_at)
                    """,
                    agent,
                    began,
                    kind.name(),
                    call,
                    ended));
  }
}
