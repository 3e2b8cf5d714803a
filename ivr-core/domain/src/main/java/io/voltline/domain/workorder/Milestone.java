package io.voltline.domain.workorder;

import java.util.Set;

/** What has to be done with a work order within a time (时限). */
public enum Milestone {
  DISPATCH(WorkOrderStatus.TO_DISPATCH, WorkOrderStatus.TO_DISPATCH),
  /** Whoever complained has been called. */
  CONTACT(WorkOrderStatus.TO_DISPATCH, WorkOrderStatus.ACKNOWLEDGED),
  /** A crew is there. */
  ARRIVAL(WorkOrderStatus.TO_DISPATCH, WorkOrderStatus.ACKNOWLEDGED),
  /** The power is back after a fault. */
  RESTORATION(WorkOrderStatus.ARRIVED, WorkOrderStatus.IN_WORK),
  /** The power is back after a payment. */
  RECONNECTION(WorkOrderStatus.TO_DISPATCH, WorkOrderStatus.IN_WORK),
  /** Whoever handles it has replied to the centre (回单). */
  REPLY(WorkOrderStatus.TO_DISPATCH, WorkOrderStatus.IN_WORK),
  /** The customer has been answered. */
  ANSWER(WorkOrderStatus.TO_DISPATCH, WorkOrderStatus.TO_REVIEW),
  FOLLOW_UP(WorkOrderStatus.TO_FOLLOW_UP, WorkOrderStatus.TO_FOLLOW_UP);

  private final WorkOrderStatus first;
  private final WorkOrderStatus last;

  Milestone(WorkOrderStatus first, WorkOrderStatus last) {
    this.first = first;
    this.last = last;
  }

  /** Whether it is still to be done with an order that stands so. */
  public boolean pendingIn(WorkOrderStatus status) {
    return status.compareTo(first) >= 0 && status.compareTo(last) <= 0;
  }

  /** Whether its time runs from the moment an order is accepted. */
  boolean runsFromAcceptance() {
    return first == WorkOrderStatus.TO_DISPATCH;
  }

  /** Whether an order with these dues that comes to stand so lets its time begin. */
  boolean beginsIn(WorkOrderStatus status, Set<Milestone> begun) {
    return !runsFromAcceptance()
        && pendingIn(status)
        && (this == FOLLOW_UP || !begun.contains(this));
  }
}
