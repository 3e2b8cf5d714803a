package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import java.util.List;

/** Everything that can happen to routing. Plain data: a journal of events replays any incident. */
public sealed interface Event {

  Stamp stamp();

  /** A caller waits. */
  record CallQueued(Stamp stamp, CallId call, QueueRequest request) implements Event {}

  /**
   * A caller who waits is to be served as this asks from now on, as one who comes now would be; the
   * promise runs on, and what its time went into stays known.
   */
  record CallMoved(Stamp stamp, CallId call, QueueRequest request) implements Event {}

  record CallGone(Stamp stamp, CallId call) implements Event {}

  /**
   * A phone is rung for the caller that routing has no part in: nobody is offered the call, which
   * keeps its place, and its promise runs on. Answered, the call is gone.
   */
  record CallTaken(Stamp stamp, CallId call) implements Event {}

  /** That phone did not answer: the call is in line again, where it was. */
  record CallReturned(Stamp stamp, CallId call) implements Event {}

  /** A caller is to be told the place in line and how long it may take. */
  record PlaceAsked(Stamp stamp, CallId call) implements Event {}

  record OfferRinging(Stamp stamp, OfferId offer) implements Event {}

  /** The agent took the call; of several who rang for it, only the first is told. */
  record OfferAnswered(Stamp stamp, OfferId offer) implements Event {}

  /** The caller hears the agent, which ends the wait that the promise is about. */
  record TalkBegan(Stamp stamp, OfferId offer) implements Event {}

  /** The ring ended without an answer. */
  record OfferEnded(Stamp stamp, OfferId offer, OfferOutcome outcome) implements Event {
    public OfferEnded {
      if (outcome == OfferOutcome.RINGING || outcome == OfferOutcome.ANSWERED) {
        throw new IllegalArgumentException("outcome: " + outcome + " is no end");
      }
    }
  }

  record TalkEnded(Stamp stamp, OfferId offer) implements Event {}

  /** The agent put the other side of a talk on hold, or took it back. */
  record TalkHeld(Stamp stamp, AgentNo agent, boolean held) implements Event {}

  /**
   * The agent's phone is going to be rung for a call that is no offer of routing's.
   *
   * @param own whether the agent wishes so, who then need not be idle
   */
  record PhoneClaimed(Stamp stamp, AgentNo agent, CallId call, boolean own) implements Event {}

  record PhoneReachable(Stamp stamp, AgentNo agent, boolean reachable) implements Event {}

  /**
   * The agent's phone has a channel: the agent's own offer's, or one that routing knows not of.
   *
   * @param talking whether the phone is off the hook, rather than ringing
   */
  record PhoneInUse(Stamp stamp, AgentNo agent, CallId call, boolean talking) implements Event {}

  /** The agent's phone has no channel any more. */
  record PhoneFree(Stamp stamp, AgentNo agent) implements Event {}

  record AgentSignedIn(Stamp stamp, AgentNo agent, List<Certificate> certificates)
      implements Event {
    public AgentSignedIn {
      certificates = List.copyOf(certificates);
    }
  }

  /** An agent was signed in before this engine started; {@code last} is what was known then. */
  record AgentRestored(Stamp stamp, List<Certificate> certificates, AgentStatus last)
      implements Event {
    public AgentRestored {
      certificates = List.copyOf(certificates);
    }
  }

  /** All who were signed in before the start are: from here on nobody there means nobody. */
  record AgentsKnown(Stamp stamp) implements Event {}

  record SignOutAsked(Stamp stamp, AgentNo agent) implements Event {}

  record StateAsked(Stamp stamp, AgentNo agent, StateRequest request) implements Event {}

  /** A supervisor grants an agent a state, also a rest when as many rest as may at once. */
  record StateGranted(Stamp stamp, AgentNo agent, StateRequest request) implements Event {}

  /**
   * Somebody changed how queues are served, and the limits on agents; callers who wait go by it at
   * once. A queue that had a rule and has none here is served as usual.
   *
   * @param mostWrapUpMillis longest after-call work an agent may ask for
   * @param mostResting agents on a short break or at a meal at once
   */
  record RulesChanged(Stamp stamp, List<QueueRule> queues, long mostWrapUpMillis, int mostResting)
      implements Event {
    public RulesChanged {
      queues = List.copyOf(queues);
    }
  }

  record TimerFired(Stamp stamp, Timer timer) implements Event {}
}
