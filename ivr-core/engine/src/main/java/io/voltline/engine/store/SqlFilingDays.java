package io.voltline.engine.store;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.form.FilingDay;
import io.voltline.engine.form.FilingDays;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How soon orders were sent, counted in the orders. */
public final class SqlFilingDays implements FilingDays {
  private final Database database;

  public SqlFilingDays(Database database) {
    this.database = database;
  }

  @Override
  public FilingDay since(Instant from, int most) {
    return database.read(handle -> day(handle, from, most));
  }

  private static FilingDay day(Handle handle, Instant from, int most) {
    List<FilingDay.LateOrder> late = late(handle, from, most);
    // Both are named, so that the index that begins with lateness serves.
    return handle
        .select(
            """
            SELECT COUNT(*) AS sent, COALESCE(SUM(filed_late), 0) AS late,
              CAST(AVG(filed_after_ms) AS SIGNED) AS average
            FROM work_order WHERE filed_late IN (FALSE, TRUE) AND created_at >= ?
              AND filed_after_ms IS NOT NULL
            """,
            from)
        .map((rs, ctx) -> day(new Row(rs), late))
        .one();
  }

  private static FilingDay day(Row row, List<FilingDay.LateOrder> late) throws SQLException {
    Optional<Duration> average = row.maybe("average", Long::valueOf).map(Duration::ofMillis);
    return new FilingDay(row.number("sent"), row.number("late"), average, late);
  }

  private static List<FilingDay.LateOrder> late(Handle handle, Instant from, int most) {
    return handle
        .select(
            """
            SELECT * FROM work_order WHERE filed_late AND created_at >= ?
              AND filed_after_ms IS NOT NULL AND call_id IS NOT NULL
            ORDER BY created_at DESC, no DESC LIMIT ?
            """,
            from,
            most)
        .map((rs, ctx) -> late(new Row(rs)))
        .list();
  }

  private static FilingDay.LateOrder late(Row row) throws SQLException {
    return new FilingDay.LateOrder(
        row.text("no", WorkOrderNo::new),
        row.text("type"),
        row.text("created_by"),
        row.text("call_id", CallId::new),
        row.time("created_at"),
        Duration.ofMillis(row.big("filed_after_ms")));
  }
}
