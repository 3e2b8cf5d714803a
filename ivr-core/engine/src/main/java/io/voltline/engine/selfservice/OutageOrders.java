package io.voltline.engine.selfservice;

import io.voltline.domain.customer.Area;
import io.voltline.domain.customer.Outage;
import io.voltline.domain.customer.OutageKind;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WorkOrders;
import java.util.Optional;

/** The work orders that reports of outages are linked to. May block. */
public final class OutageOrders {
  private static final String TYPE = "fault-repair.several-premises";

  private final OutageBook outages;
  private final WorkOrders orders;

  public OutageOrders(OutageBook outages, WorkOrders orders) {
    this.outages = outages;
    this.orders = orders;
  }

  /**
   * The order of an outage that goes on; whoever reports one first that has none makes it.
   *
   * @param source of an order that has to be made
   */
  public WorkOrderNo of(Outage outage, Area area, WorkOrderSource source) throws Refused {
    if (outage.parentWorkOrder().isPresent()) {
      return new WorkOrderNo(outage.parentWorkOrder().get());
    }
    var made = orders.accept(source, Requests.id("outage", outage.id()), form(outage, area));
    outages.parent(outage.id(), made.no());
    return made.no();
  }

  /** The outage of this id, if it goes on. */
  public Optional<Outage> find(String id) {
    return outages.find(id);
  }

  private static WorkOrderForm form(Outage outage, Area area) {
    String kind = outage.kind() == OutageKind.PLANNED ? "计划停电" : "故障停电";
    return new WorkOrderForm(
        TYPE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.of(area),
        Optional.empty(),
        "%s，原因：%s。客户来电并入本单。".formatted(kind, outage.reason().zh()));
  }
}
