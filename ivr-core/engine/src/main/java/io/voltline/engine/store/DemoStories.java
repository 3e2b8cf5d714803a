package io.voltline.engine.store;

import io.voltline.domain.calendar.WorkCalendar;
import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Deadlines;
import io.voltline.domain.workorder.Due;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.Urging;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import io.voltline.engine.desk.LimitProfilesFile;
import io.voltline.engine.desk.WorkOrderStore.Acceptance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What happened to demo customers shortly before the first start: an outage and a complaint. */
final class DemoStories {
  private static final String BY = WorkOrderSource.SYSTEM.code();

  private final Handle handle;
  private final Instant now;
  private final ZoneId zone;
  private final Deadlines limits;

  DemoStories(Handle handle, Instant now, ZoneId zone) {
    this.handle = handle;
    this.now = now;
    this.zone = zone;
    this.limits =
        new Deadlines(LimitProfilesFile.read().getFirst(), new WorkCalendar(Map.of()), zone);
  }

  void load() {
    outage();
    complaint();
  }

  private void outage() {
    Instant began = now.minus(Duration.ofMinutes(40));
    WorkOrder order =
        accept(
            "demo-outage-2",
            form(2, "fault-repair.several-premises", Area.TOWN, "演示台区2故障停电，影响多户，抢修中。"),
            Urgency.IMPORTANT,
            began.plus(Duration.ofMinutes(3)));
    step(order, began.plus(Duration.ofMinutes(5)), "dispatch", WorkOrderStatus.DISPATCHED, "");
    step(order, began.plus(Duration.ofMinutes(8)), "acknowledge", WorkOrderStatus.ACKNOWLEDGED, "");
    Instant arrived = began.plus(Duration.ofMinutes(30));
    step(order, arrived, "arrive", WorkOrderStatus.ARRIVED, "");
    SqlWorkOrders.putDue(handle, order.no(), limits.moved(order, WorkOrderStatus.ARRIVED, arrived));
    step(order, began.plus(Duration.ofMinutes(32)), "start", WorkOrderStatus.IN_WORK, "");
    handle.execute(
        """
        INSERT INTO outage (id, kind, reason_zh, reason_en, transformer_area, started_at,
          expected_back_at, parent_work_order)
        VALUES ('demo-outage-2', 'FAULT', '设备故障', 'equipment fault', ?, ?, ?, ?)
        """,
        DemoCustomers.transformerArea(2),
        began,
        now.plus(Duration.ofHours(3)),
        order.no());
  }

  private void complaint() {
    Instant made = now.minus(Duration.ofDays(2));
    WorkOrder order =
        accept(
            "demo-complaint-6",
            form(6, "complaint.voltage-quality", Area.REMOTE, "客户反映晚间电压偏低，电器无法正常使用。"),
            Urgency.IMPORTANT,
            made);
    step(order, made.plus(Duration.ofMinutes(15)), "dispatch", WorkOrderStatus.DISPATCHED, "");
    urge(order, 1, now.minus(Duration.ofHours(26)));
    urge(order, 2, now.minus(Duration.ofHours(5)));
  }

  private void urge(WorkOrder order, int time, Instant at) {
    handle.execute(
        """
        INSERT INTO call_record (call_id, caller, caller_phone, account_no, language, arrived_at,
          ended_at, end_reason, engine_run)
        VALUES (?, ?, ?, ?, 'ZH', ?, ?, 'CALLER_HUNG_UP', 0)
        """,
        new CallId("demo-6-" + time),
        DemoCustomers.phone(6),
        DemoCustomers.phone(6),
        DemoCustomers.account(6),
        at,
        at.plus(Duration.ofMinutes(2)));
    step(order, at, Urging.ACTION, WorkOrderStatus.DISPATCHED, "客户第%d次来电催办".formatted(time));
  }

  private static WorkOrderForm form(int customer, String type, Area area, String description) {
    var known = DemoCustomers.all().get(customer - 1);
    return new WorkOrderForm(
        type,
        Optional.of(known.accountNo()),
        Optional.empty(),
        Optional.of(known.name()),
        DemoCustomers.phone(customer).value(),
        Optional.of(known.address()),
        Optional.of(area),
        Optional.empty(),
        description);
  }

  private WorkOrder accept(String request, WorkOrderForm form, Urgency urgency, Instant at) {
    List<Due> due = limits.accepted(form.type(), form.area(), at);
    return SqlWorkOrders.insert(
        handle,
        new Acceptance(
            request, form, urgency, BY, WorkOrderSource.SYSTEM, at, Optional.empty(), due),
        zone);
  }

  private void step(
      WorkOrder order, Instant at, String action, WorkOrderStatus status, String note) {
    handle.execute("UPDATE work_order SET status = ? WHERE no = ?", status.name(), order.no());
    SqlWorkOrders.addStep(
        handle,
        order.no(),
        new WorkOrderStep(
            at, BY, action, status, Optional.of(note).filter(text -> !text.isEmpty())));
  }
}
