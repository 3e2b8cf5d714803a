package io.voltline.engine.recovery;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.time.Instant;
import java.util.Optional;

/**
 * A dissatisfied caller on the list that one shift hands to the next (交接班).
 *
 * @param order the recovery
 * @param confirmed empty until a shift leader has taken it over
 */
public record HandoverItem(
    CallId call, WorkOrderNo order, Instant since, Optional<Confirmed> confirmed) {

  /** By whom, and when. */
  public record Confirmed(AgentNo by, Instant at) {}
}
