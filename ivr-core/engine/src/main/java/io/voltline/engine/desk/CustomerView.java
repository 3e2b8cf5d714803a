package io.voltline.engine.desk;

import io.voltline.domain.customer.Customer;
import io.voltline.domain.customer.Outage;
import io.voltline.domain.workorder.WorkOrder;
import java.util.List;

/**
 * The whole view of a customer.
 *
 * @param openWorkOrders newest first
 * @param outages going on where the customer lives
 * @param recentCalls newest first
 */
public record CustomerView(
    Customer customer,
    List<WorkOrder> openWorkOrders,
    List<Outage> outages,
    List<RecentCall> recentCalls) {
  public CustomerView {
    openWorkOrders = List.copyOf(openWorkOrders);
    outages = List.copyOf(outages);
    recentCalls = List.copyOf(recentCalls);
  }
}
