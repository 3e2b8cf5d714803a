package io.voltline.domain.workorder;

import java.time.Instant;
import java.util.List;

/**
 * A customer's request on its way through the closed loop.
 *
 * @param createdBy the agent's number, or {@code system}
 * @param history oldest first
 */
public record WorkOrder(
    WorkOrderNo no,
    WorkOrderForm form,
    WorkOrderStatus status,
    Urgency urgency,
    Instant createdAt,
    String createdBy,
    List<WorkOrderStep> history) {
  public WorkOrder {
    history = List.copyOf(history);
  }
}
