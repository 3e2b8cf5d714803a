package io.voltline.engine.store;

import io.voltline.domain.broadcast.Audience;
import io.voltline.domain.broadcast.Broadcast;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.broadcast.BroadcastBook;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Broadcasts in MariaDB. */
public final class SqlBroadcasts implements BroadcastBook {
  private final Database database;

  public SqlBroadcasts(Database database) {
    this.database = database;
  }

  @Override
  public Broadcast add(Broadcast.Wish wish, AgentNo by, Instant at) {
    Instant until = wish.until().orElseThrow();
    long id =
        database.transaction(
            handle ->
                handle
                    .select(
                        """
                        INSERT INTO broadcast
                          (text, level, queue, agent_no, sent_by, sent_at, valid_until)
                        VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """,
                        wish.text(),
                        wish.level().name(),
                        queue(wish.to()),
                        agent(wish.to()),
                        by,
                        at,
                        until)
                    .mapTo(Long.class)
                    .one());
    return new Broadcast(id, wish.text(), wish.level(), wish.to(), by, at, until, Optional.empty());
  }

  private static Optional<QueueId> queue(Audience to) {
    return to instanceof Audience.QueueAgents(QueueId queue)
        ? Optional.of(queue)
        : Optional.empty();
  }

  private static Optional<AgentNo> agent(Audience to) {
    return to instanceof Audience.OneAgent(AgentNo agent) ? Optional.of(agent) : Optional.empty();
  }

  @Override
  public Optional<Broadcast> find(long id, Instant now) {
    return list(
            "SELECT * FROM broadcast WHERE id = ? AND withdrawn_at IS NULL AND valid_until > ?",
            id,
            now)
        .stream()
        .findFirst();
  }

  @Override
  public List<Broadcast> unread(AgentNo agent, Instant now) {
    return list(
        """
        SELECT b.* FROM broadcast b
        LEFT JOIN broadcast_read r ON r.broadcast_id = b.id AND r.agent_no = ?
        WHERE r.agent_no IS NULL AND b.withdrawn_at IS NULL AND b.valid_until > ?
        ORDER BY b.id DESC
        """,
        agent,
        now);
  }

  @Override
  public List<Broadcast> since(Instant from, int limit) {
    return list(
        """
        SELECT * FROM broadcast WHERE valid_until > ? AND COALESCE(withdrawn_at > ?, TRUE)
        ORDER BY id DESC LIMIT ?
        """,
        from,
        from,
        limit);
  }

  private List<Broadcast> list(String sql, Object... values) {
    return database.read(
        handle -> handle.select(sql, values).map((rs, ctx) -> broadcast(new Row(rs))).list());
  }

  private static Broadcast broadcast(Row row) throws SQLException {
    return new Broadcast(
        row.big("id"),
        row.text("text"),
        row.text("level", Broadcast.Level::valueOf),
        audience(row),
        row.text("sent_by", AgentNo::new),
        row.time("sent_at"),
        row.time("valid_until"),
        row.maybeTime("withdrawn_at"));
  }

  private static Audience audience(Row row) throws SQLException {
    Optional<Audience> agent = row.maybe("agent_no", no -> new Audience.OneAgent(new AgentNo(no)));
    Optional<Audience> queue = row.maybe("queue", id -> new Audience.QueueAgents(new QueueId(id)));
    return agent.or(() -> queue).orElseGet(Audience.Everybody::new);
  }

  @Override
  public Map<Long, Map<AgentNo, Instant>> readers(List<Broadcast> broadcasts) {
    record Reading(long id, AgentNo agent, Instant at) {}
    List<Reading> all =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT * FROM broadcast_read WHERE broadcast_id IN (<ids>)")
                    .bindList("ids", broadcasts.stream().map(Broadcast::id).toList())
                    .map(
                        (rs, ctx) -> {
                          Row row = new Row(rs);
                          return new Reading(
                              row.big("broadcast_id"),
                              row.text("agent_no", AgentNo::new),
                              row.time("read_at"));
                        })
                    .list());
    Map<Long, Map<AgentNo, Instant>> found = new HashMap<>();
    all.forEach(
        it -> found.computeIfAbsent(it.id(), _ -> new HashMap<>()).put(it.agent(), it.at()));
    return found;
  }

  @Override
  public void read(long id, AgentNo agent, Instant at) {
    var _ =
        change(
            """
            INSERT INTO broadcast_read (broadcast_id, agent_no, read_at) VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE read_at = read_at
            """,
            id,
            agent,
            at);
  }

  @Override
  public boolean withdraw(long id, AgentNo by, Instant at) {
    return change(
        """
        UPDATE broadcast SET withdrawn_at = ?, withdrawn_by = ?
        WHERE id = ? AND withdrawn_at IS NULL AND valid_until > ?
        """,
        at,
        by,
        id,
        at);
  }

  private boolean change(String sql, Object... values) {
    return database.transaction(handle -> handle.execute(sql, values)) > 0;
  }
}
