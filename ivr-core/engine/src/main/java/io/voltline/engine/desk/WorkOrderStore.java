package io.voltline.engine.desk;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Due;
import io.voltline.domain.workorder.Filing;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where work orders are kept. Every method may block and throws {@link Unavailable}. */
public interface WorkOrderStore {

  /**
   * A form accepted.
   *
   * @param requestId of the client, 8 to 64 characters: the same one never makes a second order
   * @param filing how soon after its call; empty where no agent sends it for a call
   * @param due what is promised of it
   */
  record Acceptance(
      String requestId,
      WorkOrderForm form,
      Urgency urgency,
      String by,
      WorkOrderSource source,
      Instant at,
      Optional<Filing> filing,
      List<Due> due) {}

  /**
   * What a rule makes of an order.
   *
   * @param answer for whoever asked
   * @param step to be added to the history; empty when the order stays as it is
   */
  record Amendment<T>(T answer, Optional<WorkOrderStep> step) {}

  /**
   * Which orders; each condition that is present must hold.
   *
   * @param limit 1 to 500
   */
  record Query(
      Optional<AccountNo> account,
      Optional<CallId> call,
      Optional<WorkOrderStatus> status,
      int limit) {}

  /**
   * Keeps the order under a new number, or returns the one made for this request before.
   *
   * @param made false when it had been made before
   */
  record Accepted(WorkOrder order, boolean made) {}

  Accepted accept(Acceptance acceptance);

  Optional<WorkOrder> find(WorkOrderNo no);

  /** Newest first. */
  List<WorkOrder> list(Query query);

  /**
   * Moves an order on, if it still stands where it was seen.
   *
   * @param begun what begins to run by it
   * @return false when somebody else was faster
   */
  boolean move(WorkOrderNo no, WorkOrderStatus seen, WorkOrderStep step, List<Due> begun);

  /**
   * Adds a step that leaves the status as it is, if the rule wants one; nobody else changes the
   * order meanwhile.
   *
   * @param rule may be asked more than once
   * @return empty when there is no such order
   */
  <T> Optional<Amendment<T>> amend(WorkOrderNo no, Function<WorkOrder, Amendment<T>> rule);
}
