package io.voltline.domain.workorder;

import static io.voltline.domain.workorder.WorkOrderAction.ACKNOWLEDGE;
import static io.voltline.domain.workorder.WorkOrderAction.ARCHIVE;
import static io.voltline.domain.workorder.WorkOrderAction.ARRIVE;
import static io.voltline.domain.workorder.WorkOrderAction.DISPATCH;
import static io.voltline.domain.workorder.WorkOrderAction.FOLLOW_UP;
import static io.voltline.domain.workorder.WorkOrderAction.REDO;
import static io.voltline.domain.workorder.WorkOrderAction.REJECT;
import static io.voltline.domain.workorder.WorkOrderAction.REPLY;
import static io.voltline.domain.workorder.WorkOrderAction.REVIEW;
import static io.voltline.domain.workorder.WorkOrderAction.SEND_BACK;
import static io.voltline.domain.workorder.WorkOrderAction.START;
import static io.voltline.domain.workorder.WorkOrderAction.SUBMIT;
import static io.voltline.domain.workorder.WorkOrderAction.WITHDRAW;
import static io.voltline.domain.workorder.WorkOrderStatus.ACKNOWLEDGED;
import static io.voltline.domain.workorder.WorkOrderStatus.ARCHIVED;
import static io.voltline.domain.workorder.WorkOrderStatus.ARRIVED;
import static io.voltline.domain.workorder.WorkOrderStatus.DISPATCHED;
import static io.voltline.domain.workorder.WorkOrderStatus.DRAFT;
import static io.voltline.domain.workorder.WorkOrderStatus.IN_WORK;
import static io.voltline.domain.workorder.WorkOrderStatus.REPLIED;
import static io.voltline.domain.workorder.WorkOrderStatus.TO_DISPATCH;
import static io.voltline.domain.workorder.WorkOrderStatus.TO_FOLLOW_UP;
import static io.voltline.domain.workorder.WorkOrderStatus.TO_REVIEW;
import static io.voltline.domain.workorder.WorkOrderStatus.WITHDRAWN;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The closed loop: which action leads from which status to which. An order is archived only from
 * follow-up, so none is closed while the customer has not been heard; it can be withdrawn only
 * before a crew has taken it.
 */
public final class WorkOrderLifecycle {
  private static final Map<WorkOrderStatus, Map<WorkOrderAction, WorkOrderStatus>> MOVES =
      Map.of(
          DRAFT, Map.of(SUBMIT, TO_DISPATCH, WITHDRAW, WITHDRAWN),
          TO_DISPATCH, Map.of(DISPATCH, DISPATCHED, WITHDRAW, WITHDRAWN),
          DISPATCHED, Map.of(ACKNOWLEDGE, ACKNOWLEDGED, REJECT, TO_DISPATCH, WITHDRAW, WITHDRAWN),
          ACKNOWLEDGED, Map.of(ARRIVE, ARRIVED, START, IN_WORK, REJECT, TO_DISPATCH),
          ARRIVED, Map.of(START, IN_WORK),
          IN_WORK, Map.of(REPLY, REPLIED),
          REPLIED, Map.of(REVIEW, TO_REVIEW),
          TO_REVIEW, Map.of(FOLLOW_UP, TO_FOLLOW_UP, SEND_BACK, IN_WORK),
          TO_FOLLOW_UP, Map.of(ARCHIVE, ARCHIVED, REDO, IN_WORK));

  private WorkOrderLifecycle() {}

  /** Where the action leads; empty when the status does not allow it. */
  public static Optional<WorkOrderStatus> after(WorkOrderStatus status, WorkOrderAction action) {
    return Optional.ofNullable(MOVES.getOrDefault(status, Map.of()).get(action));
  }

  /** What the status allows, in the order of the loop. */
  public static List<WorkOrderAction> actions(WorkOrderStatus status) {
    return MOVES.getOrDefault(status, Map.of()).keySet().stream().sorted().toList();
  }
}
