package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.shift.Reminder;
import java.time.Instant;
import java.util.Optional;

/** The contract's Reminder. */
record ReminderJson(
    long id,
    AgentNo agentNo,
    Instant dueAt,
    String number,
    String note,
    Optional<CallId> callId,
    Optional<WorkOrderNo> workOrderNo,
    Instant createdAt) {

  static ReminderJson of(Reminder reminder) {
    return of(reminder, reminder.wish().number().value());
  }

  /** For whoever is not to call it. */
  static ReminderJson masked(Reminder reminder) {
    return of(reminder, Masked.number(reminder.wish().number().value()));
  }

  private static ReminderJson of(Reminder reminder, String number) {
    var wish = reminder.wish();
    return new ReminderJson(
        reminder.id(),
        reminder.agent(),
        wish.dueAt(),
        number,
        wish.note(),
        wish.call(),
        wish.order(),
        reminder.createdAt());
  }
}
