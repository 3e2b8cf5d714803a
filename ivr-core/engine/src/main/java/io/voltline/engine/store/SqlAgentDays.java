package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.survey.Rating;
import io.voltline.engine.shift.AgentDay;
import io.voltline.engine.shift.AgentDays;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Agents' days, counted in the records; each count reads the one agent's rows of the day alone. */
public final class SqlAgentDays implements AgentDays {
  private final Database database;

  public SqlAgentDays(Database database) {
    this.database = database;
  }

  private record Offers(int offered, int answered, int notTaken, int inTime) {}

  private record Work(int talks, long talkMillis, int wrapUps, long wrapUpMillis) {}

  @Override
  public AgentDay of(AgentNo agent, Instant from) {
    return database.read(
        handle -> {
          Offers offers = offers(handle, agent, from);
          Work work = work(handle, agent, from);
          return new AgentDay(
              offers.offered(),
              offers.answered(),
              offers.notTaken(),
              offers.inTime(),
              work.talks(),
              Duration.ofMillis(work.talkMillis()),
              work.wrapUps(),
              Duration.ofMillis(work.wrapUpMillis()),
              orders(handle, agent, from),
              ratings(handle, agent, from));
        });
  }

  private static Offers offers(Handle handle, AgentNo agent, Instant from) {
    return handle
        .select(
            """
            SELECT COUNT(*) AS offered, SUM(outcome = 'ANSWERED') AS answered,
              SUM(outcome IN ('NOT_ANSWERED', 'REJECTED', 'UNREACHABLE')) AS not_taken,
              SUM(outcome = 'ANSWERED' AND promise_broken_at IS NULL) AS in_time
            FROM call_offer JOIN call_record USING (call_id)
            WHERE agent_no = ? AND offered_at >= ?
            """,
            agent,
            from)
        .map(
            (rs, ctx) ->
                new Offers(
                    rs.getInt("offered"),
                    rs.getInt("answered"),
                    rs.getInt("not_taken"),
                    rs.getInt("in_time")))
        .one();
  }

  private static Work work(Handle handle, AgentNo agent, Instant from) {
    return handle
        .select(
            """
            SELECT COUNT(DISTINCT IF(kind = 'ACW', NULL, call_id)) AS talks,
              SUM(IF(kind = 'ACW', 0, micros)) DIV 1000 AS talk_ms,
              COUNT(IF(kind = 'ACW', 1, NULL)) AS wrap_ups,
              SUM(IF(kind = 'ACW', micros, 0)) DIV 1000 AS wrap_up_ms
            FROM (
              SELECT kind, call_id, TIMESTAMPDIFF(MICROSECOND, began_at, ended_at) AS micros
              FROM agent_work WHERE agent_no = ? AND began_at >= ?) AS work
            """,
            agent,
            from)
        .map(
            (rs, ctx) ->
                new Work(
                    rs.getInt("talks"),
                    rs.getLong("talk_ms"),
                    rs.getInt("wrap_ups"),
                    rs.getLong("wrap_up_ms")))
        .one();
  }

  private static int orders(Handle handle, AgentNo agent, Instant from) {
    return handle
        .select(
            "SELECT COUNT(*) FROM work_order WHERE created_by = ? AND created_at >= ?", agent, from)
        .mapTo(Integer.class)
        .one();
  }

  private static Map<Rating, Integer> ratings(Handle handle, AgentNo agent, Instant from) {
    Map<Rating, Integer> ratings = new EnumMap<>(Rating.class);
    handle
        .select(
            """
            SELECT rating, COUNT(*) AS given FROM survey_answer
            WHERE agent_no = ? AND at >= ? GROUP BY rating
            """,
            agent,
            from)
        .map((rs, ctx) -> Map.entry(rs.getLong("rating"), rs.getInt("given")))
        .forEach(
            given ->
                Rating.of(given.getKey())
                    .ifPresent(rating -> ratings.put(rating, given.getValue())));
    return ratings;
  }
}
