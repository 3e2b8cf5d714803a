package io.voltline.engine.store;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.recovery.Dissatisfied;
import io.voltline.engine.recovery.HandoverItem;
import io.voltline.engine.recovery.QualityDraw;
import io.voltline.engine.recovery.RecoveryBook;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What follows dissatisfied callers, in MariaDB. */
public final class SqlRecoveries implements RecoveryBook {
  private static final String REASON = "DISSATISFIED";

  private final Database database;

  public SqlRecoveries(Database database) {
    this.database = database;
  }

  @Override
  public List<Dissatisfied> unfollowed(int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT survey_answer.call_id, survey_answer.agent_no, survey_answer.at,
                      COALESCE(caller_phone, LEFT(caller, 32), '') AS number, account_no
                    FROM survey_answer LEFT JOIN call_record USING (call_id)
                    WHERE rating = ? AND NOT EXISTS
                      (SELECT 1 FROM handover_item WHERE handover_item.call_id = survey_answer.call_id)
                    ORDER BY survey_answer.at, survey_answer.call_id LIMIT ?
                    """,
                    Rating.DISSATISFIED.key(),
                    limit)
                .map((rs, ctx) -> dissatisfied(new Row(rs)))
                .list());
  }

  private static Dissatisfied dissatisfied(Row row) throws SQLException {
    return new Dissatisfied(
        row.text("call_id", CallId::new),
        row.text("number"),
        row.maybe("account_no", AccountNo::new),
        row.maybe("agent_no", AgentNo::new),
        row.time("at"));
  }

  @Override
  public void follow(CallId call, WorkOrderNo recovery, Instant at) {
    database.transaction(
        handle -> {
          handle.execute(
              "INSERT IGNORE INTO quality_draw (call_id, reason, drawn_at) VALUES (?, ?, ?)",
              call,
              REASON,
              at);
          return handle.execute(
              """
              INSERT INTO handover_item (call_id, work_order_no, since) VALUES (?, ?, ?)
              ON DUPLICATE KEY UPDATE call_id = call_id
              """,
              call,
              recovery,
              at);
        });
  }

  @Override
  public List<HandoverItem> handover(boolean all, int limit) {
    return database.read(
        handle ->
            new Conditions()
                .when(!all, "confirmed_at IS NULL")
                .select(handle, "SELECT * FROM handover_item", "ORDER BY since, call_id", limit)
                .map((rs, ctx) -> item(new Row(rs)))
                .list());
  }

  @Override
  public List<QualityDraw> draws(int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT quality_draw.*, answered_by
                    FROM quality_draw LEFT JOIN call_record USING (call_id)
                    ORDER BY drawn_at DESC, call_id LIMIT ?
                    """,
                    limit)
                .map((rs, ctx) -> draw(new Row(rs)))
                .list());
  }

  private static QualityDraw draw(Row row) throws SQLException {
    return new QualityDraw(
        row.text("call_id", CallId::new),
        row.maybe("answered_by", AgentNo::new),
        row.text("reason"),
        row.time("drawn_at"));
  }

  @Override
  public Optional<HandoverItem> find(CallId call) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM handover_item WHERE call_id = ?", call)
                .map((rs, ctx) -> item(new Row(rs)))
                .findOne());
  }

  private static HandoverItem item(Row row) throws SQLException {
    Optional<Instant> confirmedAt = row.maybeTime("confirmed_at");
    return new HandoverItem(
        row.text("call_id", CallId::new),
        row.text("work_order_no", WorkOrderNo::new),
        row.time("since"),
        row.maybe("confirmed_by", AgentNo::new)
            .flatMap(by -> confirmedAt.map(at -> new HandoverItem.Confirmed(by, at))));
  }

  @Override
  public boolean confirm(CallId call, HandoverItem.Confirmed confirmed) {
    return database.transaction(
            handle ->
                handle.execute(
                    """
                    UPDATE handover_item SET confirmed_at = ?, confirmed_by = ?
                    WHERE call_id = ? AND confirmed_at IS NULL
                    """,
                    confirmed.at(),
                    confirmed.by(),
                    call))
        > 0;
  }
}
