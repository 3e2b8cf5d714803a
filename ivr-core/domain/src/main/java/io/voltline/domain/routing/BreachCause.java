package io.voltline.domain.routing;

/** What took most of the time of a call that was not answered within its promise. */
public enum BreachCause {
  /** Nobody was signed in whose certificates the call could do with. */
  NOBODY_CERTIFIED,
  /** Every agent who could serve was in a call, in after-call work or on a break. */
  ALL_BUSY,
  /** Agents were rung and did not answer in time. */
  AGENT_SILENT,
  /** The agents who could serve had phones that could not be rung. */
  PHONE_UNREACHABLE,
  /** The call waited while no engine had it, or the switch could not ring. */
  ENGINE_OR_SWITCH
}
