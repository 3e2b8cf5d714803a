package io.voltline.engine.store;

import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.desk.QueueDay;
import io.voltline.engine.desk.QueueDays;
import java.time.Instant;
import java.util.List;

/** The day's figures, counted in the records of calls; an index holds all that is asked for. */
public final class SqlQueueDays implements QueueDays {
  private final Database database;

  public SqlQueueDays(Database database) {
    this.database = database;
  }

  @Override
  public List<QueueDay> since(Instant from) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT queue,
                      COUNT(answered_at) AS answered,
                      SUM(answered_at IS NOT NULL AND promise_broken_at IS NULL) AS in_time,
                      SUM(end_reason = 'ABANDONED_IN_QUEUE') AS abandoned,
                      SUM(end_reason = 'ABANDONED_IN_QUEUE' AND promise_broken_at IS NOT NULL) AS abandoned_late
                    FROM call_record
                    WHERE arrived_at >= ? AND queue IS NOT NULL
                    GROUP BY queue
                    """,
                    from)
                .map(
                    (rs, ctx) ->
                        new QueueDay(
                            new QueueId(rs.getString("queue")),
                            rs.getInt("answered"),
                            rs.getInt("in_time"),
                            rs.getInt("abandoned"),
                            rs.getInt("abandoned_late")))
                .list());
  }
}
