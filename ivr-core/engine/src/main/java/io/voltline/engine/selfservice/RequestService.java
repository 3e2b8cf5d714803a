package io.voltline.engine.selfservice;

import io.voltline.domain.customer.Reconnection;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.domain.workorder.Due;
import io.voltline.domain.workorder.Milestone;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderType;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WorkOrders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Work orders that callers make by themselves, supply after a payment among them. */
final class RequestService implements Subject {
  private static final String RECONNECTION = "service-request.reconnection";

  private final CustomerViews customers;
  private final WorkOrders orders;

  RequestService(CustomerViews customers, WorkOrders orders) {
    this.customers = customers;
    this.orders = orders;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of("raise", this::raise, "reconnect", this::reconnect);
  }

  private Input.Told raise(Question question) throws Refused {
    Optional<WorkOrderType> type = orders.types().find(question.word("type"));
    if (type.isEmpty()) {
      return refused();
    }
    String id = type.get().id();
    var contact = Contact.of(question, customers);
    boolean mayBe =
        question.anonymous() ? type.get().mayBeAnonymous() : contact.phone().isPresent();
    if (!mayBe) {
      return refused();
    }
    String request =
        question.anonymous()
            ? Requests.anonymous()
            : Requests.id(
                "raise",
                question.call().call().value(),
                id,
                contact.customer().map(it -> it.accountNo().value()).orElse(""));
    var form = contact.form(id, "自助语音受理：" + type.get().name().zh());
    return accepted(orders.accept(WorkOrderSource.IVR, request, form), Map.of());
  }

  private static Input.Told refused() {
    return new Input.Told("refused", Map.of());
  }

  private static Input.Told accepted(WorkOrder order, Map<String, Value> more) {
    var values = new HashMap<>(more);
    values.put("order", new Value.Digits(order.no().value()));
    return new Input.Told("accepted", values);
  }

  private Input.Told reconnect(Question question) throws Refused {
    CustomerView view =
        customers
            .of(question.account())
            .orElseThrow(() -> new IllegalArgumentException("no such account"));
    return switch (Reconnection.of(view.customer().cutOff(), view.customer().balance())) {
      case NOT_CUT_OFF -> new Input.Told("not-cut-off", Map.of());
      case ARREARS -> new Input.Told("arrears", Map.of());
      case DUE -> asked(view) ? new Input.Told("asked-already", Map.of()) : reconnected(question);
    };
  }

  private static boolean asked(CustomerView view) {
    return view.openWorkOrders().stream()
        .anyMatch(order -> order.form().type().equals(RECONNECTION));
  }

  private Input.Told reconnected(Question question) throws Refused {
    String request =
        Requests.id("reconnect", question.call().call().value(), question.account().value());
    var form = Contact.of(question, customers).form(RECONNECTION, "自助语音受理：客户已缴清欠费，申请复电");
    var order = orders.accept(WorkOrderSource.IVR, request, form);
    return accepted(order, Map.of("by", by(order)));
  }

  private static Value by(WorkOrder order) {
    Due due =
        order.due().stream()
            .filter(it -> it.milestone() == Milestone.RECONNECTION)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no reconnection is promised"));
    return new Value.Moment(due.last());
  }
}
