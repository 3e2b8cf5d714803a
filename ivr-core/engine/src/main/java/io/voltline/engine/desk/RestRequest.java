package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rest that an agent asks a supervisor for, because as many rest as may at once, or another
 * reason to be busy that needs approval.
 *
 * @param reason one that agents may give
 * @param minutes 1 to 240, how long it is meant to last
 * @param until when it is given up
 */
public record RestRequest(
    AgentNo agent, String name, BusyReason reason, int minutes, Instant askedAt, Instant until) {

  /** What became of a request. */
  public enum Answer {
    GRANTED,
    DENIED,
    /** The agent asks no more, rests by now, or signed out. */
    WITHDRAWN,
    /** Nobody answered. */
    EXPIRED
  }

  /** The state that is asked for. */
  public StateRequest state() {
    return new StateRequest(AgentState.BUSY, Optional.of(reason), OptionalInt.of(minutes));
  }
}
