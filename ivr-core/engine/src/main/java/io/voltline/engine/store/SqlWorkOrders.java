package io.voltline.engine.store;

import io.voltline.domain.workorder.Due;
import io.voltline.domain.workorder.Filing;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import io.voltline.engine.desk.WorkOrderStore;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Work orders in MariaDB. */
public final class SqlWorkOrders implements WorkOrderStore {
  private final Database database;
  private final ZoneId zone;

  /** Days of work order numbers begin at midnight in {@code zone}. */
  public SqlWorkOrders(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  @Override
  public Accepted accept(Acceptance acceptance) {
    try {
      return database.transaction(
          handle ->
              made(handle, acceptance.requestId())
                  .map(order -> new Accepted(order, false))
                  .orElseGet(() -> new Accepted(insert(handle, acceptance, zone), true)));
    } catch (RuntimeException e) {
      if (!SqlErrors.duplicate(e)) {
        throw e;
      }
      // The same request came twice at the same moment, and the other one was first.
      return database.read(
          handle -> new Accepted(made(handle, acceptance.requestId()).orElseThrow(), false));
    }
  }

  private static Optional<WorkOrder> made(Handle handle, String requestId) {
    var number =
        handle
            .select("SELECT no FROM work_order WHERE request_id = ?", requestId)
            .mapTo(String.class)
            .list();
    return WorkOrderRows.read(handle, number).stream().findFirst();
  }

  static WorkOrder insert(Handle handle, Acceptance acceptance, ZoneId zone) {
    var no = nextNumber(handle, LocalDate.ofInstant(acceptance.at(), zone));
    var form = acceptance.form();
    handle.execute(
        """
        INSERT INTO work_order (no, request_id, type, status, urgency, account_no, call_id,
          contact_name, contact_phone, address, area, description, created_at, created_by,
          source, filed_after_ms, filed_late)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        no,
        acceptance.requestId(),
        form.type(),
        WorkOrderStatus.TO_DISPATCH.name(),
        acceptance.urgency().name(),
        form.accountNo(),
        form.callId(),
        form.contactName(),
        form.contactPhone(),
        form.address(),
        form.area().map(Enum::name),
        form.description(),
        acceptance.at(),
        acceptance.by(),
        acceptance.source().name(),
        acceptance.filing().map(filing -> filing.after().toMillis()),
        acceptance.filing().map(Filing::late).orElse(false));
    addStep(
        handle,
        no,
        new WorkOrderStep(
            acceptance.at(),
            acceptance.by(),
            "accept",
            WorkOrderStatus.TO_DISPATCH,
            Optional.empty()));
    putDue(handle, no, acceptance.due());
    return WorkOrderRows.read(handle, List.of(no.value())).getFirst();
  }

  /** The row's lock, held until the transaction ends, keeps two orders from one number. */
  private static WorkOrderNo nextNumber(Handle handle, LocalDate day) {
    handle.execute(
        "INSERT INTO work_order_day (day, last) VALUES (?, 1) ON DUPLICATE KEY UPDATE last = last + 1",
        day);
    int last =
        handle
            .select("SELECT last FROM work_order_day WHERE day = ?", day)
            .mapTo(Integer.class)
            .one();
    return WorkOrderNo.of(day, last);
  }

  @Override
  public Optional<WorkOrder> find(WorkOrderNo no) {
    return database.read(
        handle -> WorkOrderRows.read(handle, List.of(no.value())).stream().findFirst());
  }

  @Override
  public List<WorkOrder> list(Query query) {
    var conditions =
        new Conditions()
            .equal("account_no", query.account())
            .equal("call_id", query.call())
            .equal("status", query.status().map(Enum::name));
    return database.read(
        handle ->
            WorkOrderRows.read(
                handle,
                conditions
                    .select(
                        handle,
                        "SELECT no FROM work_order",
                        "ORDER BY created_at DESC, no DESC",
                        query.limit())
                    .mapTo(String.class)
                    .list()));
  }

  @Override
  public boolean move(WorkOrderNo no, WorkOrderStatus seen, WorkOrderStep step, List<Due> begun) {
    return database.transaction(
        handle -> {
          int moved =
              handle.execute(
                  "UPDATE work_order SET status = ? WHERE no = ? AND status = ?",
                  step.status().name(),
                  no,
                  seen.name());
          if (moved == 0) {
            return false;
          }
          addStep(handle, no, step);
          putDue(handle, no, begun);
          return true;
        });
  }

  @Override
  public <T> Optional<Amendment<T>> amend(WorkOrderNo no, Function<WorkOrder, Amendment<T>> rule) {
    return database.transaction(
        handle ->
            handle
                .select("SELECT no FROM work_order WHERE no = ? FOR UPDATE", no)
                .mapTo(String.class)
                .findOne()
                .map(number -> WorkOrderRows.read(handle, List.of(number)).getFirst())
                .map(
                    order -> {
                      Amendment<T> amendment = rule.apply(order);
                      amendment.step().ifPresent(step -> addStep(handle, no, step));
                      return amendment;
                    }));
  }

  static void putDue(Handle handle, WorkOrderNo no, List<Due> due) {
    for (Due one : due) {
      handle.execute(
          """
          REPLACE INTO work_order_due (work_order_no, milestone, due_at, whole_day)
          VALUES (?, ?, ?, ?)
          """,
          no,
          one.milestone().name(),
          one.by(),
          one.wholeDay());
    }
  }

  static void addStep(Handle handle, WorkOrderNo no, WorkOrderStep step) {
    handle.execute(
        """
        INSERT INTO work_order_step (work_order_no, at, by_whom, action, status, note)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        no,
        step.at(),
        step.by(),
        step.action(),
        step.status().name(),
        step.note());
  }
}
