package io.voltline.engine.desk;

import io.voltline.domain.alarm.Alarm;
import io.voltline.domain.broadcast.Broadcast;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkChange;
import io.voltline.domain.talk.TalkView;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.rules.Names;
import io.voltline.engine.rules.ReasonForm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What open desks are told as it happens; each is a message of the API's events. */
public sealed interface DeskEvent {

  Instant at();

  record AgentStateChanged(Instant at, Agent agent) implements DeskEvent {}

  /**
   * The screen-pop.
   *
   * @param ringTime how long the phone may ring
   * @param promiseLeft what is left of the promise to answer; negative when it is broken
   * @param passedOn empty when routing chose the agent
   * @param customer empty when unknown, or when the look-up has not come back yet: the event is
   *     then sent again with it
   * @param supervising for a supervisor's desk, whose state says nothing of calls
   */
  record CallOffered(
      Instant at,
      CallId call,
      AgentNo agent,
      String caller,
      Language language,
      QueueId queue,
      Instant queuedAt,
      Duration ringTime,
      Duration promiseLeft,
      List<String> flowPath,
      Optional<CustomerView> customer,
      Optional<PassedOn> passedOn,
      Optional<Supervising> supervising)
      implements DeskEvent {}

  /**
   * Another desk passes the call on, or asks about it.
   *
   * @param notes what there is to say
   */
  record PassedOn(AgentNo from, Optional<String> notes) {}

  /**
   * A supervisor takes a caller who waits, or is in another desk's talk.
   *
   * @param kind MONITOR, WHISPER, BARGE or INTERCEPT; empty for a caller who waited
   * @param answeredAt when the supervisor's phone was; empty while it rings
   */
  record Supervising(Optional<PartKind> kind, Optional<Instant> answeredAt) {
    /** From the first answer on. */
    Supervising answered(Instant at) {
      return new Supervising(kind, answeredAt.or(() -> Optional.of(at)));
    }
  }

  /** A talk is no longer as it was. */
  record TalkChanged(Instant at, TalkView talk, TalkChange change, AgentNo by)
      implements DeskEvent {}

  /** An agent needs help in a talk. */
  record HelpAsked(Instant at, CallId call, AgentNo agent) implements DeskEvent {}

  /** A supervisor is on a call, or no more; agents are not told. */
  record Supervised(
      Instant at, CallId call, AgentNo supervisor, AgentNo agent, PartKind kind, boolean on)
      implements DeskEvent {}

  record CallAnswered(Instant at, CallId call, AgentNo agent) implements DeskEvent {}

  /**
   * An offer that was not answered, or a call that is over.
   *
   * @param outcome of the offer
   * @param reason present when the call is over
   */
  record CallEnded(
      Instant at, CallId call, AgentNo agent, OfferOutcome outcome, Optional<EndReason> reason)
      implements DeskEvent {}

  /**
   * A caller is not answered within the promise.
   *
   * @param caller empty text when withheld
   */
  record PromiseBroken(Instant at, CallId call, QueueId queue, BreachCause cause, String caller)
      implements DeskEvent {}

  record WorkOrderChanged(Instant at, WorkOrder workOrder) implements DeskEvent {}

  record QueueStats(Instant at, List<QueueView> queues) implements DeskEvent {}

  /**
   * The floor moved.
   *
   * @param wall of the agents only those who changed
   */
  record WallChanged(Instant at, WallView wall) implements DeskEvent {}

  /** An agent asks for a rest beyond the number who may rest at once. */
  record RestAsked(Instant at, RestRequest request) implements DeskEvent {}

  /**
   * Nobody asks for that rest any more.
   *
   * @param by who granted or denied it
   */
  record RestAnswered(
      Instant at, RestRequest request, RestRequest.Answer answer, Optional<AgentNo> by)
      implements DeskEvent {}

  /**
   * Alarms were raised, cleared or acknowledged.
   *
   * @param alarms all that are raised, the worst first
   */
  record AlarmsChanged(Instant at, List<Alarm> alarms) implements DeskEvent {}

  /** A supervisor tells agents something. */
  record BroadcastSent(Instant at, Broadcast broadcast) implements DeskEvent {}

  /** It is to be read no more. */
  record BroadcastWithdrawn(Instant at, long id) implements DeskEvent {}

  record BroadcastRead(Instant at, long id, Account reader) implements DeskEvent {}

  /** Other reasons may be given for being busy from now on. */
  record ReasonsChanged(Instant at, List<ReasonForm> reasons) implements DeskEvent {}

  /** Queues and skills are called by these names from now on. */
  record NamesChanged(Instant at, Names names) implements DeskEvent {}

  record SessionReplaced(Instant at) implements DeskEvent {}
}
