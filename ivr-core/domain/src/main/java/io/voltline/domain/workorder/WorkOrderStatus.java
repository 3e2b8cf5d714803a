package io.voltline.domain.workorder;

/** Where a work order stands in its closed loop. */
public enum WorkOrderStatus {
  DRAFT,
  TO_DISPATCH,
  DISPATCHED,
  ACKNOWLEDGED,
  ARRIVED,
  IN_WORK,
  REPLIED,
  TO_REVIEW,
  TO_FOLLOW_UP,
  ARCHIVED,
  WITHDRAWN;

  /** Whether something is still to be done. */
  public boolean open() {
    return this != ARCHIVED && this != WITHDRAWN;
  }
}
