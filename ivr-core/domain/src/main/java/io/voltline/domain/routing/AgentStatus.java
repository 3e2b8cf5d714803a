package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One agent as people see the agent.
 *
 * @param sinceMillis when state and reason became so, milliseconds since the epoch
 * @param untilMillis when a break or after-call work ends or is overdue
 * @param call the call being offered, talked on or wrapped up
 * @param next the state chosen for when the call is over; empty when none was, or no call is on
 */
public record AgentStatus(
    AgentNo agent,
    AgentState state,
    Optional<BusyReason> reason,
    long sinceMillis,
    OptionalLong untilMillis,
    boolean phoneReachable,
    Optional<CallId> call,
    Optional<StateRequest> next) {

  /** With no state chosen for when the call is over. */
  public AgentStatus(
      AgentNo agent,
      AgentState state,
      Optional<BusyReason> reason,
      long sinceMillis,
      OptionalLong untilMillis,
      boolean phoneReachable,
      Optional<CallId> call) {
    this(agent, state, reason, sinceMillis, untilMillis, phoneReachable, call, Optional.empty());
  }
}
