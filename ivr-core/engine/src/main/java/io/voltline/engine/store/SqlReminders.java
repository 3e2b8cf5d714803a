package io.voltline.engine.store;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.shift.Reminder;
import io.voltline.engine.shift.ReminderBook;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reminders in MariaDB. */
public final class SqlReminders implements ReminderBook {
  private final Database database;

  public SqlReminders(Database database) {
    this.database = database;
  }

  @Override
  public List<Reminder> open(AgentNo agent, int limit) {
    return list(
        """
        SELECT * FROM reminder WHERE agent_no = ? AND done_at IS NULL ORDER BY due_at, id LIMIT ?
        """,
        agent,
        limit);
  }

  @Override
  public List<Reminder> overdue(Instant now, int limit) {
    return list(
        """
        SELECT * FROM reminder WHERE done_at IS NULL AND due_at < ? ORDER BY due_at, id LIMIT ?
        """,
        now,
        limit);
  }

  private List<Reminder> list(String sql, Object... values) {
    return database.read(
        handle -> handle.select(sql, values).map((rs, ctx) -> reminder(new Row(rs))).list());
  }

  private static Reminder reminder(Row row) throws SQLException {
    return new Reminder(
        Long.parseLong(row.text("id")),
        row.text("agent_no", AgentNo::new),
        new Reminder.Wish(
            row.time("due_at"),
            row.text("number", number -> PhoneNumber.parse(number).orElseThrow()),
            row.text("note"),
            row.maybe("call_id", CallId::new),
            row.maybe("work_order_no", WorkOrderNo::new)),
        row.time("created_at"));
  }

  @Override
  public Reminder add(AgentNo agent, Reminder.Wish wish, Instant at) {
    long id =
        database.transaction(
            handle ->
                handle
                    .select(
                        """
                        INSERT INTO reminder
                          (agent_no, due_at, number, note, call_id, work_order_no, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """,
                        agent,
                        wish.dueAt(),
                        wish.number(),
                        wish.note(),
                        wish.call(),
                        wish.order(),
                        at)
                    .mapTo(Long.class)
                    .one());
    return new Reminder(id, agent, wish, at);
  }

  @Override
  public boolean move(AgentNo agent, long id, Instant dueAt) {
    // One that is moved to where it is was found all the same.
    return change(
        """
        UPDATE reminder SET due_at = ? WHERE id = ? AND agent_no = ? AND done_at IS NULL
        """,
        dueAt,
        id,
        agent);
  }

  @Override
  public boolean done(AgentNo agent, long id, Instant at) {
    return change(
        "UPDATE reminder SET done_at = ? WHERE id = ? AND agent_no = ? AND done_at IS NULL",
        at,
        id,
        agent);
  }

  private boolean change(String sql, Object... values) {
    return database.transaction(handle -> handle.execute(sql, values)) > 0;
  }
}
