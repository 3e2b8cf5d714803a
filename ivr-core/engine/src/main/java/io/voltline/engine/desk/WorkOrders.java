package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderAction;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderLifecycle;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import io.voltline.domain.workorder.WorkOrderTypes;
import io.voltline.engine.desk.WorkOrderStore.Acceptance;
import io.voltline.engine.desk.WorkOrderStore.Accepted;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Accepts work orders and moves them on; every open desk hears of a change. May block. */
public final class WorkOrders {
  private final WorkOrderTypes types;
  private final WorkOrderStore store;
  private final EventSink desks;
  private final InstantSource clock;

  public WorkOrders(
      WorkOrderTypes types, WorkOrderStore store, EventSink desks, InstantSource clock) {
    this.types = types;
    this.store = store;
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
   * @throws Refused INVALID when the type is not in the tree
   */
  public WorkOrder accept(AgentNo by, String requestId, WorkOrderForm form) throws Refused {
    var type =
        types
            .find(form.type())
            .orElseThrow(
                () -> new Refused(Refused.Reason.INVALID, "/type: no type '" + form.type() + "'"));
    var urgency = form.urgency().orElse(type.urgency());
    Accepted accepted =
        store.accept(new Acceptance(requestId, form, urgency, by.value(), clock.instant()));
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
    return store
        .find(no)
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no work order " + no));
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
    WorkOrderStatus seen = find(no).status();
    WorkOrderStatus next =
        WorkOrderLifecycle.after(seen, action)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Reason.INVALID_STATE,
                        action.code() + " is not allowed on an order that is " + seen));
    var step = new WorkOrderStep(clock.instant(), by.value(), action.code(), next, note);
    if (!store.move(no, seen, step)) {
      throw new Refused(
          Refused.Reason.CONFLICT, "work order " + no + " was moved by somebody else");
    }
    WorkOrder moved = find(no);
    tell(moved);
    return moved;
  }

  private void tell(WorkOrder order) {
    desks.toAll(new DeskEvent.WorkOrderChanged(clock.instant(), order));
  }
}
