package io.voltline.engine.web;

import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.workorder.Due;
import io.voltline.domain.workorder.Filing;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderAction;
import io.voltline.domain.workorder.WorkOrderLifecycle;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's WorkOrder. */
record WorkOrderJson(
    WorkOrderNo no,
    String type,
    WorkOrderStatus status,
    Urgency urgency,
    Optional<AccountNo> accountNo,
    Optional<CallId> callId,
    Optional<Personal> contactName,
    Personal contactPhone,
    Optional<Personal> address,
    Optional<Area> area,
    String description,
    Instant createdAt,
    String createdBy,
    WorkOrderSource source,
    Optional<Sent> filing,
    List<Due> due,
    List<WorkOrderStep> history,
    List<WorkOrderAction> actions,
    Optional<List<RecordingId>> recordings) {

  /** How soon it was sent after its call. */
  record Sent(Duration afterSeconds, boolean late) {
    static Sent of(Filing filing) {
      return new Sent(filing.after(), filing.late());
    }
  }

  static WorkOrderJson of(WorkOrder order) {
    return of(order, Optional.empty());
  }

  /** The order with the recordings that belong to it. */
  static WorkOrderJson of(WorkOrder order, List<Recording> recordings) {
    return of(order, Optional.of(recordings.stream().map(Recording::id).toList()));
  }

  private static WorkOrderJson of(WorkOrder order, Optional<List<RecordingId>> recordings) {
    var form = order.form();
    return new WorkOrderJson(
        order.no(),
        form.type(),
        order.status(),
        order.urgency(),
        form.accountNo(),
        form.callId(),
        form.contactName().map(Personal::name),
        Personal.number(form.contactPhone()),
        form.address().map(Personal::place),
        form.area(),
        form.description(),
        order.createdAt(),
        order.createdBy(),
        order.source(),
        order.filing().map(Sent::of),
        order.pending(),
        order.history(),
        WorkOrderLifecycle.actions(order.status()),
        recordings);
  }

  static List<WorkOrderJson> of(List<WorkOrder> orders) {
    return orders.stream().map(WorkOrderJson::of).toList();
  }
}
