package io.voltline.engine.shift;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.time.Instant;
import java.util.Optional;

/** A call that an agent is to make later. */
public record Reminder(long id, AgentNo agent, Wish wish, Instant createdAt) {

  /**
   * What the agent notes.
   *
   * @param note up to 200 characters
   * @param call the call it is about
   * @param order the work order it is about
   */
  public record Wish(
      Instant dueAt,
      PhoneNumber number,
      String note,
      Optional<CallId> call,
      Optional<WorkOrderNo> order) {}
}
