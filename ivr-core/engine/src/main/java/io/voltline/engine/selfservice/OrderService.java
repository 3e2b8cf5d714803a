package io.voltline.engine.selfservice;

import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.domain.workorder.Urging;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WorkOrderStore.Query;
import io.voltline.engine.desk.WorkOrders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a work order stands, and urging it. */
final class OrderService implements Subject {
  private static final int LOOKED_AT = 100;

  private final WorkOrders orders;
  private final Duration urgePause;

  /**
   * @param urgePause how long after one urging the next one counts
   */
  OrderService(WorkOrders orders, Duration urgePause) {
    this.orders = orders;
    this.urgePause = urgePause;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of("order", this::order, "order-of", this::orderOf, "urge", this::urge);
  }

  private Input.Told order(Question question) {
    return number(question)
        .flatMap(this::find)
        .map(OrderService::told)
        .orElseGet(() -> new Input.Told("unknown", Map.of()));
  }

  /** Whatever a caller types is an answer: what is no number of an order is an unknown one. */
  private static Optional<WorkOrderNo> number(Question question) {
    return question.digits("order").flatMap(WorkOrderNo::parse);
  }

  private Optional<WorkOrder> find(WorkOrderNo no) {
    try {
      return Optional.of(orders.find(no));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  /** The newest that is open, otherwise the newest of all. */
  private Input.Told orderOf(Question question) {
    var query =
        new Query(Optional.of(question.account()), Optional.empty(), Optional.empty(), LOOKED_AT);
    List<WorkOrder> found = orders.list(query);
    return found.stream()
        .filter(order -> order.status().open())
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(OrderService::told)
        .orElseGet(() -> new Input.Told("none", Map.of()));
  }

  private static Input.Told told(WorkOrder order) {
    String status = order.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Input.Told(
        order.status().open() ? "found" : "closed",
        Map.of("order", new Value.Digits(order.no().value()), "status", new Value.Word(status)));
  }

  private Input.Told urge(Question question) throws Refused {
    var no = number(question).orElseThrow(() -> new IllegalArgumentException("no such order"));
    return switch (orders.urge(WorkOrderSource.IVR, no, urgePause)) {
      case Urging.Urged urged ->
          new Input.Told("urged", Map.of("times", new Value.Number(urged.times())));
      case Urging.TooSoon _ -> new Input.Told("urged-already", Map.of());
      case Urging.Closed _ -> new Input.Told("closed", Map.of());
    };
  }
}
