package io.voltline.domain.workorder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer's request on its way through the closed loop.
 *
 * @param createdBy the agent's number, or the source's code where it was no agent
 * @param filing how soon it was sent after its call; empty where no agent sent it for a call
 * @param history oldest first
 */
public record WorkOrder(
    WorkOrderNo no,
    WorkOrderForm form,
    WorkOrderStatus status,
    Urgency urgency,
    Instant createdAt,
    String createdBy,
    WorkOrderSource source,
    Optional<Filing> filing,
    List<WorkOrderStep> history) {
  public WorkOrder {
    history = List.copyOf(history);
  }
}
