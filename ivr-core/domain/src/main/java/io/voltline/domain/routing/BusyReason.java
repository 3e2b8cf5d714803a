package io.voltline.domain.routing;

/** Why an agent takes no calls. */
public enum BusyReason {
  SHORT_BREAK(true),
  MEAL(true),
  TRAINING(true),
  MEETING(true),
  OUTBOUND(true),
  COACHING(true),
  SYSTEM_FAULT(true),
  /** Let an offer ring to its end. */
  NOT_ANSWERED(false),
  /** The phone refused an offer. */
  REJECTED(false),
  /** The phone can't be rung; ends by itself when it can. */
  PHONE_UNREACHABLE(false),
  /** Just signed in. */
  NOT_READY(false);

  private final boolean givenByAgent;

  BusyReason(boolean givenByAgent) {
    this.givenByAgent = givenByAgent;
  }

  /** Whether it counts against the number of agents who may rest at once. */
  public boolean rest() {
    return this == SHORT_BREAK || this == MEAL;
  }

  /** Whether an agent may give this reason; the others are set by the engine. */
  public boolean givenByAgent() {
    return givenByAgent;
  }
}
