package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Everything routing can ask for, or has to tell. */
public sealed interface Command {

  /** One agent of an offer. */
  record Ring(OfferId offer, AgentNo agent) {}

  /**
   * Ring these agents for this caller, all at once; the first to answer wins.
   *
   * @param ringMillis how long the phones may ring
   */
  record Offer(CallId call, List<Ring> rings, long ringMillis) implements Command {}

  /** Stop ringing this agent; an answer that crosses this is to be hung up. */
  record CancelOffer(OfferId offer, CallId call) implements Command {}

  /**
   * A call left its queue without an agent.
   *
   * @param to where it waits now; empty when routing has done with it
   */
  record Overflowed(CallId call, QueueId from, Optional<QueueId> to, OverflowCause cause)
      implements Command {}

  /** The time of the promise is over and the caller hears nobody. */
  record PromiseBroken(CallId call, QueueId queue, BreachCause cause) implements Command {}

  /**
   * Where a caller stands.
   *
   * @param place 1 for the next to be served
   * @param waitMillis four of five such callers wait no longer; empty when nothing is known, and
   *     never more than what this caller was told before
   */
  record PlaceTold(CallId call, int place, OptionalLong waitMillis) implements Command {}

  /** What a caller was told first, and what came of it; counted from the telling. */
  record ForecastScored(QueueId queue, long toldMillis, long waitedMillis) implements Command {}

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
