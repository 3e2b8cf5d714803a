package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * One agent as routing sees it now.
 *
 * @param until when a break or after-call work ends or is overdue
 * @param call the call being offered, talked on or wrapped up
 * @param next the state chosen for when the call is over
 */
public record AgentView(
    AgentNo agent,
    AgentState state,
    Optional<BusyReason> reason,
    Instant since,
    Optional<Instant> until,
    boolean phoneReachable,
    Optional<CallId> call,
    Optional<StateRequest> next) {

  /** With no state chosen for when the call is over. */
  public AgentView(
      AgentNo agent,
      AgentState state,
      Optional<BusyReason> reason,
      Instant since,
      Optional<Instant> until,
      boolean phoneReachable,
      Optional<CallId> call) {
    this(agent, state, reason, since, until, phoneReachable, call, Optional.empty());
  }
}
