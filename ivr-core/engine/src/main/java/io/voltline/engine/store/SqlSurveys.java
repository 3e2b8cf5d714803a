package io.voltline.engine.store;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.survey.RatingVia;
import io.voltline.engine.selfservice.SmsOutbox;
import io.voltline.engine.selfservice.SurveyBook;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Ratings, and who was asked for one, in MariaDB; written after what the call itself told. */
public final class SqlSurveys implements SurveyBook {
  private final Database database;
  private final WriteBehind writes;

  public SqlSurveys(Database database, WriteBehind writes) {
    this.database = database;
    this.writes = writes;
  }

  @Override
  public void rate(CallId call, Rating rating, RatingVia via, Instant at) {
    change(
        """
        INSERT INTO survey_answer (call_id, agent_no, rating, via, at)
        VALUES (?, (SELECT answered_by FROM call_record WHERE call_id = ?), ?, ?, ?)
        ON DUPLICATE KEY UPDATE agent_no = VALUES(agent_no), rating = VALUES(rating),
          via = VALUES(via), at = VALUES(at)
        """,
        call,
        call,
        rating.key(),
        via.name(),
        at);
  }

  @Override
  public void ask(Asked asked, SmsOutbox.Sms question, Limit limit) {
    var _ =
        writes.later(
            handle -> {
              int kept =
                  handle.execute(
                      """
                      INSERT INTO survey_request
                        (call_id, number, agent_no, language, asked_at, answer_until)
                      SELECT ?, ?, ?, ?, ?, ? FROM DUAL
                      WHERE NOT EXISTS (SELECT 1 FROM survey_answer WHERE call_id = ?)
                        AND NOT EXISTS (SELECT 1 FROM survey_request WHERE call_id = ?)
                        AND (SELECT COUNT(*) FROM survey_request
                             WHERE number = ? AND asked_at > ?) < ?
                      """,
                      asked.call(),
                      asked.number(),
                      asked.agent(),
                      asked.language().name(),
                      asked.at(),
                      asked.until(),
                      asked.call(),
                      asked.call(),
                      asked.number(),
                      limit.since(),
                      limit.most());
              if (kept > 0) {
                SqlSmsOutbox.add(handle, question, asked.at());
              }
            });
  }

  @Override
  public Optional<Asked> lastAsked(PhoneNumber number) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT * FROM survey_request WHERE number = ?
                    ORDER BY asked_at DESC, call_id DESC LIMIT 1
                    """,
                    number)
                .map((rs, ctx) -> asked(new Row(rs)))
                .findOne());
  }

  private static Asked asked(Row row) throws SQLException {
    return new Asked(
        row.text("call_id", CallId::new),
        row.text("number", PhoneNumber::new),
        row.text("agent_no", AgentNo::new),
        row.text("language", Language::valueOf),
        row.time("asked_at"),
        row.time("answer_until"));
  }

  @Override
  public void cameIn(CameIn message) {
    change(
        """
        INSERT INTO sms_inbox (number, text, at, taken, call_id)
        SELECT LEFT(?, 64), LEFT(?, 1000), ?, ?, ? FROM DUAL WHERE NOT EXISTS
          (SELECT 1 FROM sms_inbox WHERE number = LEFT(?, 64) AND at = ?)
        """,
        message.from(),
        message.text(),
        message.at(),
        message.taken().name(),
        message.call(),
        message.from(),
        message.at());
  }

  private void change(String sql, Object... values) {
    var _ = writes.later(handle -> handle.execute(sql, values));
  }
}
