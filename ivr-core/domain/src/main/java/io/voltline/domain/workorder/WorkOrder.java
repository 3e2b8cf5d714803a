package io.voltline.domain.workorder;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A customer's request on its way through the closed loop.
 *
 * @param createdBy the agent's number, or the source's code where it was no agent
 * @param filing how soon it was sent after its call; empty where no agent sent it for a call
 * @param due what was promised of it, or has begun to run since; done or not
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
    List<Due> due,
    List<WorkOrderStep> history) {
  public WorkOrder {
    due = List.copyOf(due);
    history = List.copyOf(history);
  }

  /** What is still to be done in time, the most urgent first. */
  public List<Due> pending() {
    return due.stream()
        .filter(it -> it.milestone().pendingIn(status))
        .sorted(Comparator.comparing(Due::by).thenComparing(Due::milestone))
        .toList();
  }
}
