package io.voltline.engine.call;

/** Hears, from the switch's thread, how a ring goes on. Must not block. */
public interface RingObserver {

  /** The agent's phone rings. */
  void ringing();

  /** The agent took the call; the agent's number is announced before the two are joined. */
  void pickedUp();

  /** The caller hears the agent. */
  void answered();
}
