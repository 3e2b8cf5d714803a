package io.voltline.engine.web;

import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.OrderField;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.WorkOrderAction;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderType;
import io.voltline.engine.desk.RecordingIndex;
import io.voltline.engine.desk.Recordings;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WorkOrderStore;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.form.OrderForms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Work orders and the tree of their types. */
final class WorkOrderApi {
  private record NewOrder(
      String requestId,
      String type,
      Optional<String> accountNo,
      Optional<String> callId,
      Optional<String> contactName,
      String contactPhone,
      Optional<String> address,
      Optional<Area> area,
      Optional<Urgency> urgency,
      String description) {

    WorkOrderForm form() {
      return new WorkOrderForm(
          type,
          accountNo.map(AccountNo::new),
          callId.map(NewOrder::callId),
          contactName,
          contactPhone,
          address,
          area,
          urgency,
          description);
    }

    private static CallId callId(String text) {
      return CallApi.callId(text).orElseThrow(() -> new BadInput("/callId: not a call id"));
    }
  }

  private record Note(Optional<String> note) {}

  private record TypeJson(
      String id, Bilingual name, List<String> requires, List<TypeJson> children) {
    static TypeJson of(WorkOrderType type) {
      return new TypeJson(
          type.id(),
          type.name(),
          type.requires().stream().map(OrderField::code).toList(),
          type.children().stream().map(TypeJson::of).toList());
    }
  }

  /** More than any order has. */
  private static final int ALL_RECORDINGS = 500;

  private final WorkOrders orders;
  private final OrderForms forms;
  private final Recordings recordings;

  WorkOrderApi(WorkOrders orders, OrderForms forms, Recordings recordings) {
    this.orders = orders;
    this.forms = forms;
    this.recordings = recordings;
  }

  void offer(Operations api) {
    api.answer("listWorkOrderTypes", ask -> types());
    api.answer("listPromisedDue", this::promised);
    api.answer("listWorkOrders", this::list);
    api.answer("createWorkOrder", this::create);
    api.answer("getWorkOrder", this::get);
    api.answer("actOnWorkOrder", this::act);
  }

  private Reply types() {
    return Reply.ok(
        Map.of(
            "types", orders.types().roots().stream().map(TypeJson::of).toList(),
            "sendWithinSeconds", forms.within()));
  }

  private Reply promised(Ask ask) throws Refused {
    String type = ask.path("type");
    if (orders.types().find(type).isEmpty()) {
      throw new Refused(Refused.Reason.NOT_FOUND, "no type '" + type + "'");
    }
    return Reply.ok(Map.of("due", orders.promised(type, ask.query("area").map(Area::valueOf))));
  }

  private Reply list(Ask ask) {
    var query =
        new WorkOrderStore.Query(
            ask.query("accountNo").map(AccountNo::new),
            ask.query("callId").flatMap(CallApi::callId),
            ask.query("status").map(WorkOrderStatus::valueOf),
            ask.limit());
    return Reply.ok(Map.of("workOrders", WorkOrderJson.of(orders.list(query))));
  }

  private Reply create(Ask ask) throws Refused {
    var made = ask.body(NewOrder.class).orElseThrow();
    return Reply.created(
        WorkOrderJson.of(forms.send(ask.account().agentNo(), made.requestId(), made.form())));
  }

  private Reply get(Ask ask) throws Refused {
    var order = orders.find(number(ask));
    var query =
        new RecordingIndex.Query(
            Optional.empty(),
            Optional.empty(),
            Optional.of(order.no()),
            Optional.empty(),
            Optional.empty(),
            ALL_RECORDINGS);
    return Reply.ok(WorkOrderJson.of(order, recordings.list(query)));
  }

  private Reply act(Ask ask) throws Refused {
    var action = WorkOrderAction.of(ask.path("action")).orElseThrow();
    var note = ask.body(Note.class).flatMap(Note::note);
    return Reply.ok(
        WorkOrderJson.of(orders.act(ask.account().agentNo(), number(ask), action, note)));
  }

  static WorkOrderNo number(Ask ask) throws Refused {
    String text = ask.path("no");
    try {
      return new WorkOrderNo(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Reason.NOT_FOUND, "no work order " + text);
    }
  }
}
