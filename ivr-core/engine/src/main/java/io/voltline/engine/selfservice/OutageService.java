package io.voltline.engine.selfservice;

import io.voltline.domain.customer.Outage;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WorkOrders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Outages by account and by area, and calls about them linked to their work order. */
final class OutageService implements Subject {
  private final CustomerViews customers;
  private final OutageBook outages;
  private final WorkOrders orders;
  private final OutageOrders parents;

  OutageService(CustomerViews customers, OutageBook outages, WorkOrders orders) {
    this.customers = customers;
    this.outages = outages;
    this.orders = orders;
    this.parents = new OutageOrders(outages, orders);
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of(
        "outage", this::ofAccount, "outage-area", this::ofArea, "link-outage", this::link);
  }

  private Input.Told ofAccount(Question question) {
    return told(view(question).outages(), question);
  }

  private CustomerView view(Question question) {
    return customers
        .of(question.account())
        .orElseThrow(() -> new IllegalArgumentException("no such account"));
  }

  private Input.Told ofArea(Question question) {
    return told(outages.inPostCode(question.digits("area-code").orElse("")), question);
  }

  private static Input.Told told(List<Outage> running, Question question) {
    Optional<Outage> outage = Outage.toTell(running, question.now());
    if (outage.isEmpty()) {
      return new Input.Told("none", Map.of());
    }
    Map<String, Value> values = new HashMap<>();
    values.put("outage", new Value.Word(outage.get().id()));
    values.put("reason", new Value.Text(outage.get().reason().zh(), outage.get().reason().en()));
    var back = outage.get().backAfter(question.now());
    back.ifPresent(at -> values.put("back", new Value.Moment(at)));
    return new Input.Told(back.isPresent() ? "known" : "known-without-time", values);
  }

  private Input.Told link(Question question) throws Refused {
    var customer = view(question).customer();
    var outage =
        outages
            .find(question.word("outage"))
            .orElseThrow(() -> new IllegalArgumentException("no such outage"));
    WorkOrderNo parent = parents.of(outage, customer.area(), WorkOrderSource.IVR);
    boolean linked =
        orders.link(WorkOrderSource.IVR, parent, customer.accountNo(), question.call().call());
    return linked
        ? new Input.Told("linked", Map.of("order", new Value.Digits(parent.value())))
        : new Input.Told("already", Map.of());
  }
}
