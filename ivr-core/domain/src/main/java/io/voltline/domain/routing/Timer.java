package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;

/**
 * What a timer is for. A timer is never cancelled: one that fires after its cause is over finds
 * another generation, or no offer, and does nothing.
 */
public sealed interface Timer {

  /** The switch should have ended the ring by itself before this. */
  record RingGuard(OfferId offer) implements Timer {}

  /** The end of a cancelled offer should have been told before this. */
  record CancelGuard(OfferId offer) implements Timer {}

  /**
   * Something falls due for a call by its waiting time; {@code queuedSeq} tells its lives apart.
   */
  record CallDue(CallId call, long queuedSeq) implements Timer {}

  /** After-call work has lasted as long as it may. */
  record WrapUp(AgentNo agent, long generation) implements Timer {}

  /** A phone that could not be rung, though it looks reachable, may be tried again. */
  record PhoneRetry(AgentNo agent, long generation) implements Timer {}

  /** A phone that was to be rung for a call of no offer should have had a channel before this. */
  record ClaimGuard(AgentNo agent, long generation) implements Timer {}

  /** A certificate of the agent runs out. */
  record CertificateEnds(AgentNo agent, long generation) implements Timer {}
}
