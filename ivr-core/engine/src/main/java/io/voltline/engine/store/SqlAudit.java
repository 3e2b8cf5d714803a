package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.BusyReason;
import io.voltline.engine.talk.AuditTrail;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Who used a right that others lack, as it was written. */
public final class SqlAudit implements AuditTrail.Book {
  private static final Duration SETTLE = Duration.ofMillis(100);

  private final Database database;
  private final WriteBehind writes;

  public SqlAudit(Database database, WriteBehind writes) {
    this.database = database;
    this.writes = writes;
  }

  @Override
  public List<AuditTrail.Act> list(int limit) {
    writes.settle(SETTLE);
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT * FROM audit ORDER BY at DESC, engine_run DESC, seq DESC LIMIT ?",
                    limit)
                .map((rs, ctx) -> act(new Row(rs)))
                .list());
  }

  private static AuditTrail.Act act(Row row) throws SQLException {
    return new AuditTrail.Act(
        row.time("at"),
        row.text("by_agent", AgentNo::new),
        row.text("act"),
        row.maybe("call_id", CallId::new),
        row.text("whom"),
        row.maybe("reason", BusyReason::valueOf),
        row.maybeNumber("minutes"));
  }
}
