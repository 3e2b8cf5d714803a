package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;

/** Everything routing can ask for. */
public sealed interface Command {

  /**
   * Ring this agent for this caller.
   *
   * @param ringMillis how long the phone may ring
   */
  record Offer(OfferId offer, CallId call, AgentNo agent, long ringMillis) implements Command {}

  /** Stop ringing; an answer that crosses this is to be hung up. */
  record CancelOffer(OfferId offer, CallId call) implements Command {}

  /** Hand {@link Event.TimerFired} back when the time has come. */
  record StartTimer(Timer timer, long dueMillis) implements Command {}

  /** Something that people see of an agent is no longer as it was. */
  record AgentChanged(AgentStatus agent) implements Command {}

  /** Why agents were or were not chosen for a call. */
  record Decided(CallId call, Decision decision) implements Command {}

  /** What was asked in the event of this sequence is done. */
  record Accepted(long seq, AgentStatus agent) implements Command {}

  /** What was asked in the event of this sequence is not done. */
  record Refused(long seq, Refusal refusal) implements Command {}

  /** The event made no sense now and changed nothing, or less than it says; to be counted. */
  record Noticed(Anomaly anomaly) implements Command {}
}
