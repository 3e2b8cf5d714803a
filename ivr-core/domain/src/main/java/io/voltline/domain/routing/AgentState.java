package io.voltline.domain.routing;

/** What an agent says and what the switch says of the agent's phone, as one word for people. */
public enum AgentState {
  SIGNED_OUT,
  IDLE,
  /** Chosen for a call whose ring has not been confirmed yet. */
  RESERVED,
  RINGING,
  TALKING,
  HELD,
  /** After-call work. */
  ACW,
  BUSY
}
