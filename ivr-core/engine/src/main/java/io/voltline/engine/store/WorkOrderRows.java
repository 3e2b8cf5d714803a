package io.voltline.engine.store;

import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Due;
import io.voltline.domain.workorder.Filing;
import io.voltline.domain.workorder.Milestone;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads work orders with their histories. */
final class WorkOrderRows {
  private WorkOrderRows() {}

  /** The orders of these numbers, newest first. */
  static List<WorkOrder> read(Handle handle, List<String> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<String, List<WorkOrderStep>> histories =
        byOrder(handle, "work_order_step", "ORDER BY id", numbers, WorkOrderRows::step);
    Map<String, List<Due>> due =
        byOrder(handle, "work_order_due", "ORDER BY due_at", numbers, WorkOrderRows::due);
    return handle
        .createQuery("SELECT * FROM work_order WHERE no IN (<numbers>) ORDER BY no DESC")
        .bindList("numbers", numbers)
        .map((rs, ctx) -> order(new Row(rs), due, histories))
        .list();
  }

  private interface Read<T> {
    T from(Row row) throws SQLException;
  }

  private static <T> Map<String, List<T>> byOrder(
      Handle handle, String table, String sorted, List<String> numbers, Read<T> read) {
    var found = new HashMap<String, List<T>>();
    handle
        .createQuery("SELECT * FROM " + table + " WHERE work_order_no IN (<numbers>) " + sorted)
        .bindList("numbers", numbers)
        .map((rs, ctx) -> Map.entry(rs.getString("work_order_no"), read.from(new Row(rs))))
        .forEach(
            entry ->
                found
                    .computeIfAbsent(entry.getKey(), no -> new ArrayList<>())
                    .add(entry.getValue()));
    return found;
  }

  private static Due due(Row row) throws SQLException {
    return new Due(
        row.text("milestone", Milestone::valueOf), row.time("due_at"), row.flag("whole_day"));
  }

  private static WorkOrderStep step(Row row) throws SQLException {
    return new WorkOrderStep(
        row.time("at"),
        row.text("by_whom"),
        row.text("action"),
        row.text("status", WorkOrderStatus::valueOf),
        row.maybe("note"));
  }

  private static Optional<Filing> filing(Row row) throws SQLException {
    boolean late = row.flag("filed_late");
    return row.maybe("filed_after_ms", Long::valueOf)
        .map(millis -> new Filing(Duration.ofMillis(millis), late));
  }

  private static WorkOrder order(
      Row row, Map<String, List<Due>> due, Map<String, List<WorkOrderStep>> histories)
      throws SQLException {
    var urgency = row.text("urgency", Urgency::valueOf);
    var form =
        new WorkOrderForm(
            row.text("type"),
            row.maybe("account_no", AccountNo::new),
            row.maybe("call_id", CallId::new),
            row.maybe("contact_name"),
            row.text("contact_phone"),
            row.maybe("address"),
            row.maybe("area", Area::valueOf),
            Optional.of(urgency),
            row.text("description"));
    return new WorkOrder(
        row.text("no", WorkOrderNo::new),
        form,
        row.text("status", WorkOrderStatus::valueOf),
        urgency,
        row.time("created_at"),
        row.text("created_by"),
        row.text("source", WorkOrderSource::valueOf),
        filing(row),
        due.getOrDefault(row.text("no"), List.of()),
        histories.getOrDefault(row.text("no"), List.of()));
  }
}
