package io.voltline.engine.form;

import io.voltline.domain.customer.Outage;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Alike;
import io.voltline.domain.workorder.Urging;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.selfservice.OutageOrders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What a form may be about already: open orders to urge or to link the call to, and the outage
 * whose order becomes the parent. May block.
 */
public final class SameMatters {

  /**
   * What is offered in place of a new order.
   *
   * @param orders the closest first
   * @param outage that goes on where the account lives
   */
  public record Offered(List<Alike> orders, Optional<Outage> outage) {
    public Offered {
      orders = List.copyOf(orders);
    }
  }

  /** An order with what became of urging it. */
  public record Urged(WorkOrder order, Urging urging) {}

  /**
   * An order with the call that was linked to it.
   *
   * @param added false when the account had been linked before
   */
  public record Linked(WorkOrder order, boolean added) {}

  private static final Duration LOOKED_BACK = Duration.ofDays(30);
  private static final int OFFERED = 5;

  private final AlikeOrders alike;
  private final CustomerViews customers;
  private final OutageOrders outages;
  private final WorkOrders orders;
  private final Duration urgePause;
  private final InstantSource clock;

  /**
   * Matters among these orders and outages.
   *
   * @param urgePause how long after one urging the next one counts
   */
  public SameMatters(
      AlikeOrders alike,
      CustomerViews customers,
      OutageOrders outages,
      WorkOrders orders,
      Duration urgePause,
      InstantSource clock) {
    this.alike = alike;
    this.customers = customers;
    this.outages = outages;
    this.orders = orders;
    this.urgePause = urgePause;
    this.clock = clock;
  }

  /** What a form of this type, account and number may be about already. */
  public Offered of(String type, Optional<AccountNo> account, Optional<String> contactPhone) {
    var now = clock.instant();
    var query =
        new AlikeOrders.Query(
            Alike.branch(type),
            account,
            contactPhone,
            Alike.sharedByNeighbours(type),
            now.minus(LOOKED_BACK),
            OFFERED);
    Optional<Outage> outage =
        account
            .filter(_ -> Alike.mayBeAnOutage(type))
            .flatMap(customers::of)
            .flatMap(view -> Outage.toTell(view.outages(), now));
    return new Offered(alike.find(query), outage);
  }

  /**
   * The customer of this call urges an order.
   *
   * @param note what the agent wrote down
   * @throws Refused NOT_FOUND
   */
  public Urged urge(AgentNo by, WorkOrderNo no, CallId call, Optional<String> note) throws Refused {
    var urging = orders.urge(by, no, call, note, urgePause);
    return new Urged(orders.find(no), urging);
  }

  /**
   * The call of this account is about what an order is about.
   *
   * @throws Refused NOT_FOUND
   */
  public Linked link(
      AgentNo by, WorkOrderNo no, AccountNo account, CallId call, Optional<String> note)
      throws Refused {
    boolean added = orders.link(by, no, account, call, note);
    return new Linked(orders.find(no), added);
  }

  /**
   * The call of this account is about an outage, whose order is made when it has none.
   *
   * @throws Refused NOT_FOUND when there is no such outage, or it is over, or no such account
   */
  public Linked linkToOutage(
      AgentNo by, String id, AccountNo account, CallId call, Optional<String> note) throws Refused {
    var outage = outages.find(id).orElseThrow(() -> none("outage " + id + " that goes on"));
    var area =
        customers
            .of(account)
            .map(CustomerView::customer)
            .orElseThrow(() -> none("account " + account))
            .area();
    return link(by, outages.of(outage, area, WorkOrderSource.SYSTEM), account, call, note);
  }

  private static Refused none(String what) {
    return new Refused(Refused.Reason.NOT_FOUND, "no " + what);
  }
}
