package io.voltline.engine.desk;

import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Due;
import io.voltline.domain.workorder.Filing;
import io.voltline.domain.workorder.Linking;
import io.voltline.domain.workorder.OrderField;
import io.voltline.domain.workorder.Urging;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderAction;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderLifecycle;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import io.voltline.domain.workorder.WorkOrderType;
import io.voltline.domain.workorder.WorkOrderTypes;
import io.voltline.engine.desk.WorkOrderStore.Acceptance;
import io.voltline.engine.desk.WorkOrderStore.Accepted;
import io.voltline.engine.desk.WorkOrderStore.Amendment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Accepts work orders and moves them on; every open desk hears of a change. May block. */
public final class WorkOrders {
  private final WorkOrderTypes types;
  private final WorkOrderStore store;
  private final OrderLimits limits;
  private final EventSink desks;
  private final InstantSource clock;

  public WorkOrders(
      WorkOrderTypes types,
      WorkOrderStore store,
      OrderLimits limits,
      EventSink desks,
      InstantSource clock) {
    this.types = types;
    this.store = store;
    this.limits = limits;
    this.desks = desks;
    this.clock = clock;
  }

  public WorkOrderTypes types() {
    return types;
  }

  /**
   * Keeps an order that stands TO_DISPATCH.
   *
   * @param requestId made by the client: sent again it returns the order made the first time
   * @param filing how soon after its call it was sent; empty when it belongs to none
   * @throws Refused INVALID when the type is not in the tree, or names what it requires and the
   *     form leaves open
   */
  public WorkOrder accept(AgentNo by, String requestId, WorkOrderForm form, Optional<Filing> filing)
      throws Refused {
    WorkOrderType type = type(form);
    List<OrderField> missing = type.missingIn(form);
    if (!missing.isEmpty()) {
      throw new Refused(
          Refused.Reason.INVALID,
          missing.stream()
              .map(field -> "/%s: %s requires it".formatted(field.code(), type.id()))
              .collect(Collectors.joining("; ")));
    }
    return accept(WorkOrderSource.AGENT, by.value(), requestId, form, filing);
  }

  /**
   * Keeps an order that no agent filled in.
   *
   * @param source anything but AGENT
   * @throws Refused INVALID when the type is not in the tree
   */
  public WorkOrder accept(WorkOrderSource source, String requestId, WorkOrderForm form)
      throws Refused {
    return accept(source, source.code(), requestId, form, Optional.empty());
  }

  private WorkOrderType type(WorkOrderForm form) throws Refused {
    return types
        .find(form.type())
        .orElseThrow(
            () -> new Refused(Refused.Reason.INVALID, "/type: no type '" + form.type() + "'"));
  }

  /** What would be promised of such an order if it were accepted now. */
  public List<Due> promised(String type, Optional<Area> area) {
    Instant now = clock.instant();
    return limits.at(now).accepted(type, area, now);
  }

  private WorkOrder accept(
      WorkOrderSource source,
      String by,
      String requestId,
      WorkOrderForm form,
      Optional<Filing> filing)
      throws Refused {
    var urgency = form.urgency().orElse(type(form).urgency());
    Instant now = clock.instant();
    List<Due> due = limits.at(now).accepted(form.type(), form.area(), now);
    Accepted accepted =
        store.accept(new Acceptance(requestId, form, urgency, by, source, now, filing, due));
    if (accepted.made()) {
      tell(accepted.order());
    }
    return accepted.order();
  }

  /**
   * The order of this number.
   *
   * @throws Refused NOT_FOUND
   */
  public WorkOrder find(WorkOrderNo no) throws Refused {
    return store.find(no).orElseThrow(() -> noOrder(no));
  }

  private static Refused noOrder(WorkOrderNo no) {
    return new Refused(Refused.Reason.NOT_FOUND, "no work order " + no);
  }

  /** Newest first. */
  public List<WorkOrder> list(WorkOrderStore.Query query) {
    return store.list(query);
  }

  /**
   * Moves an order on.
   *
   * @throws Refused NOT_FOUND, INVALID_STATE when the order's status does not allow the action,
   *     CONFLICT when somebody else moved it at the same moment
   */
  public WorkOrder act(AgentNo by, WorkOrderNo no, WorkOrderAction action, Optional<String> note)
      throws Refused {
    WorkOrder order = find(no);
    WorkOrderStatus seen = order.status();
    WorkOrderStatus next =
        WorkOrderLifecycle.after(seen, action)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Reason.INVALID_STATE,
                        action.code() + " is not allowed on an order that is " + seen));
    var step = new WorkOrderStep(clock.instant(), by.value(), action.code(), next, note);
    List<Due> begun = limits.at(order.createdAt()).moved(order, next, step.at());
    if (!store.move(no, seen, step, begun)) {
      throw new Refused(
          Refused.Reason.CONFLICT, "work order " + no + " was moved by somebody else");
    }
    WorkOrder moved = find(no);
    tell(moved);
    return moved;
  }

  /**
   * A customer urges an order.
   *
   * @param pause how long after one urging the next one counts
   * @throws Refused NOT_FOUND
   */
  public Urging urge(WorkOrderSource source, WorkOrderNo no, Duration pause) throws Refused {
    return urge(source.code(), no, pause, "客户第%d次来电催办"::formatted);
  }

  /**
   * A customer urges an order in a talk with an agent.
   *
   * @param note what the agent wrote down
   * @param pause how long after one urging the next one counts
   * @throws Refused NOT_FOUND
   */
  public Urging urge(AgentNo by, WorkOrderNo no, CallId call, Optional<String> note, Duration pause)
      throws Refused {
    String said = note.map(text -> "：" + text).orElse("");
    return urge(by.value(), no, pause, times -> "客户第%d次来电催办，通话%s%s".formatted(times, call, said));
  }

  private Urging urge(String by, WorkOrderNo no, Duration pause, IntFunction<String> note)
      throws Refused {
    var now = clock.instant();
    return amend(
        no,
        order -> {
          var urging = Urging.of(order.status(), order.history(), now, pause);
          return new Amendment<>(
              urging,
              urging instanceof Urging.Urged
                  ? Optional.of(urged(order, by, note.apply(urging.times()), now))
                  : Optional.empty());
        });
  }

  private static WorkOrderStep urged(WorkOrder order, String by, String note, Instant now) {
    return new WorkOrderStep(now, by, Urging.ACTION, order.status(), Optional.of(note));
  }

  /**
   * Adds an account's call to the order of what it calls about.
   *
   * @return false when the account is linked already
   * @throws Refused NOT_FOUND
   */
  public boolean link(WorkOrderSource source, WorkOrderNo parent, AccountNo account, CallId call)
      throws Refused {
    return link(source.code(), parent, account, call, Optional.empty());
  }

  /**
   * Adds the call of an account that an agent talks with to the order of what it is about.
   *
   * @param note what the agent wrote down
   * @return false when the account is linked already
   * @throws Refused NOT_FOUND
   */
  public boolean link(
      AgentNo by, WorkOrderNo parent, AccountNo account, CallId call, Optional<String> note)
      throws Refused {
    return link(by.value(), parent, account, call, note);
  }

  private boolean link(
      String by, WorkOrderNo parent, AccountNo account, CallId call, Optional<String> note)
      throws Refused {
    var now = clock.instant();
    return amend(
        parent,
        order -> {
          var step = Linking.of(order, account, call, note, by, now);
          return new Amendment<>(step.isPresent(), step);
        });
  }

  private <T> T amend(WorkOrderNo no, Function<WorkOrder, Amendment<T>> rule) throws Refused {
    var done = store.amend(no, rule).orElseThrow(() -> noOrder(no));
    if (done.step().isPresent()) {
      tell(find(no));
    }
    return done.answer();
  }

  private void tell(WorkOrder order) {
    desks.toAll(new DeskEvent.WorkOrderChanged(clock.instant(), order));
  }
}
