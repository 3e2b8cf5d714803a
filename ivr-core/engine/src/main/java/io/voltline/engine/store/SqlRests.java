package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.BusyReason;
import io.voltline.engine.desk.RestRequest;
import io.voltline.engine.shift.RestBook;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Rests that are asked for, in MariaDB, each engine's by its name. */
public final class SqlRests implements RestBook {
  private static final Duration SETTLE = Duration.ofMillis(100);

  private final Database database;
  private final WriteBehind writes;
  private final String node;

  public SqlRests(Database database, WriteBehind writes, String node) {
    this.database = database;
    this.writes = writes;
    this.node = node;
  }

  @Override
  public List<RestRequest> open() {
    writes.settle(SETTLE);
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT rest_request.*, account.name FROM rest_request JOIN account USING (agent_no)
                    WHERE node = ? ORDER BY asked_at, agent_no
                    """,
                    node)
                .map((rs, ctx) -> request(new Row(rs)))
                .list());
  }

  private static RestRequest request(Row row) throws SQLException {
    return new RestRequest(
        row.text("agent_no", AgentNo::new),
        row.text("name"),
        row.text("reason", BusyReason::valueOf),
        row.number("minutes"),
        row.time("asked_at"),
        row.time("given_up_at"));
  }

  @Override
  public void asked(RestRequest request) {
    change(
        """
        REPLACE INTO rest_request (node, agent_no, reason, minutes, asked_at, given_up_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        node,
        request.agent(),
        request.reason().name(),
        request.minutes(),
        request.askedAt(),
        request.until());
  }

  @Override
  public void ended(AgentNo agent) {
    change("DELETE FROM rest_request WHERE node = ? AND agent_no = ?", node, agent);
  }

  private void change(String sql, Object... values) {
    var _ = writes.later(handle -> handle.execute(sql, values));
  }
}
