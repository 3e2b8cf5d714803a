package io.voltline.engine.store;

import io.voltline.domain.kernel.CallId;
import io.voltline.engine.selfservice.FeedbackBook;
import java.time.Instant;

/** Messages on tape and ratings, in MariaDB. */
public final class SqlFeedback implements FeedbackBook {
  private final Database database;

  public SqlFeedback(Database database) {
    this.database = database;
  }

  @Override
  public void keep(Message message) {
    database.transaction(
        handle ->
            handle.execute(
                """
                INSERT INTO voicemail (path, call_id, length_ms, recorded_at, work_order_no)
                VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE path = path
                """,
                message.path(),
                message.call(),
                message.length().toMillis(),
                message.at(),
                message.order()));
  }

  @Override
  public void rate(CallId call, int rating, Instant at) {
    database.transaction(
        handle ->
            handle.execute(
                """
                INSERT INTO survey_answer (call_id, agent_no, rating, at)
                VALUES (?, (SELECT answered_by FROM call_record WHERE call_id = ?), ?, ?)
                ON DUPLICATE KEY UPDATE
                  agent_no = VALUES(agent_no), rating = VALUES(rating), at = VALUES(at)
                """,
                call,
                call,
                rating,
                at));
  }
}
