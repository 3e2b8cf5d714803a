package io.voltline.domain.routing;

/** Why the routing core refused what an agent asked for. */
public enum Refusal {
  NOT_SIGNED_IN,
  /** The agent's phone can't be rung, so the agent can't be idle. */
  PHONE_NOT_REACHABLE,
  /** The agent is being rung for, or talks with, a caller. */
  TALKING,
  /** The agent takes no calls now. */
  NOT_IDLE,
  /** As many agents rest as may at once. */
  TOO_MANY_RESTING
}
