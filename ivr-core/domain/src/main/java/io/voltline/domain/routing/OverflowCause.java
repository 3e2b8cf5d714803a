package io.voltline.domain.routing;

/** Why a call left its queue without an agent. */
public enum OverflowCause {
  /** The queue holds as many as it may. */
  FULL,
  /** Nobody is signed in who could serve the call, however long it waited. */
  NOBODY_CERTIFIED,
  /** The call waited as long as the queue lets it. */
  WAITED
}
