package io.voltline.domain.routing;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The state an agent asks for; asked during a call it is taken when the call is over.
 *
 * @param state IDLE, BUSY or ACW
 * @param reason with BUSY only, one that agents may give; a BUSY without is a SHORT_BREAK
 * @param minutes 1 to 240, how long a break or after-call work is meant to last
 */
public record StateRequest(AgentState state, Optional<BusyReason> reason, OptionalInt minutes) {
  /** Refuses everything else with an IllegalArgumentException that names the field. */
  public StateRequest {
    if (state != AgentState.IDLE && state != AgentState.BUSY && state != AgentState.ACW) {
      throw new IllegalArgumentException("state: " + state + " can't be asked for");
    }
    if (reason.isPresent() && (state != AgentState.BUSY || !reason.get().givenByAgent())) {
      throw new IllegalArgumentException("reason: " + reason.get() + " can't be given here");
    }
    if (minutes.isPresent() && (minutes.getAsInt() < 1 || minutes.getAsInt() > 240)) {
      throw new IllegalArgumentException("minutes: must be 1 to 240");
    }
  }

  public static StateRequest idle() {
    return new StateRequest(AgentState.IDLE, Optional.empty(), OptionalInt.empty());
  }
}
