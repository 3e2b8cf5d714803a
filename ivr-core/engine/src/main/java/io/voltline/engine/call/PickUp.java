package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;

/** What came of taking a caller out of the line. */
public sealed interface PickUp {

  /** The phone rings. */
  record Rings() implements PickUp {}

  /** Another was first, whose phone rings or who talks with the caller. */
  record TakenBy(AgentNo other) implements PickUp {}

  /** This engine has no such caller waiting, or an agent is rung for the caller. */
  record NotWaiting() implements PickUp {}
}
