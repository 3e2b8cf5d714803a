package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;

/** Hears, from the switch's thread, how the phones that ring go on. Must not block. */
public interface RingObserver {

  /** Whether the agent is still to be rung; asked when the phone is about to ring. */
  boolean wanted(AgentNo agent);

  /** The agent's phone rings. */
  void ringing(AgentNo agent);

  /**
   * The agent, whose phone alone was rung, took the call; the agent's number is announced before
   * the two are joined.
   */
  void pickedUp(AgentNo agent);

  /** The caller hears the agent; no other phone rings any more. */
  void answered(AgentNo agent);

  /** The agent's phone is off the call, whatever becomes of the caller. */
  void left(AgentNo agent);

  /** The agent's phone rings no more, while others may ring on. */
  void ended(AgentNo agent, RingResult result);
}
