package io.voltline.engine.form;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.workorder.Filing;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WorkOrders;
import java.time.Duration;
import java.time.InstantSource;

/** Takes the forms that agents send, and writes down which came late. May block. */
public final class OrderForms {
  private final WorkOrders orders;
  private final CallHistory calls;
  private final Duration within;
  private final InstantSource clock;

  /**
   * Forms that belong to calls of this history.
   *
   * @param within how soon after the end of its call a form is in time
   */
  public OrderForms(WorkOrders orders, CallHistory calls, Duration within, InstantSource clock) {
    this.orders = orders;
    this.calls = calls;
    this.within = within;
    this.clock = clock;
  }

  /** How soon after the end of its call a form is in time. */
  public Duration within() {
    return within;
  }

  /**
   * Keeps an order that an agent filled in.
   *
   * @param requestId made by the client: sent again it returns the order made the first time
   * @throws Refused INVALID, naming the field
   */
  public WorkOrder send(AgentNo by, String requestId, WorkOrderForm form) throws Refused {
    var filing =
        form.callId()
            .flatMap(calls::find)
            .map(call -> Filing.of(call.endedAt(), clock.instant(), within));
    return orders.accept(by, requestId, form, filing);
  }
}
