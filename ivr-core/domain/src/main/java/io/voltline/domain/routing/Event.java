package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.List;

/** Everything that can happen to routing. Plain data: a journal of events replays any incident. */
public sealed interface Event {

  Stamp stamp();

  /**
   * A caller waits.
   *
   * @param priority 0 (usual) to 9 (danger)
   * @param queuedAtMillis when the wait began; before the stamp after a take-over
   */
  record CallQueued(
      Stamp stamp, CallId call, QueueId queue, SkillId skill, int priority, long queuedAtMillis)
      implements Event {
    public CallQueued {
      if (priority < 0 || priority > 9) {
        throw new IllegalArgumentException("priority: must be 0 to 9");
      }
    }
  }

  record CallGone(Stamp stamp, CallId call) implements Event {}

  record OfferRinging(Stamp stamp, OfferId offer) implements Event {}

  record OfferAnswered(Stamp stamp, OfferId offer) implements Event {}

  /** The ring ended without an answer. */
  record OfferEnded(Stamp stamp, OfferId offer, OfferOutcome outcome) implements Event {
    public OfferEnded {
      if (outcome == OfferOutcome.RINGING || outcome == OfferOutcome.ANSWERED) {
        throw new IllegalArgumentException("outcome: " + outcome + " is no end");
      }
    }
  }

  record TalkEnded(Stamp stamp, OfferId offer) implements Event {}

  record PhoneReachable(Stamp stamp, AgentNo agent, boolean reachable) implements Event {}

  record AgentSignedIn(Stamp stamp, AgentNo agent, List<SkillLevel> skills) implements Event {
    public AgentSignedIn {
      skills = List.copyOf(skills);
    }
  }

  /** An agent was signed in before this engine started; {@code last} is what was known then. */
  record AgentRestored(Stamp stamp, List<SkillLevel> skills, AgentStatus last) implements Event {
    public AgentRestored {
      skills = List.copyOf(skills);
    }
  }

  record SignOutAsked(Stamp stamp, AgentNo agent) implements Event {}

  record StateAsked(Stamp stamp, AgentNo agent, StateRequest request) implements Event {}

  record TimerFired(Stamp stamp, Timer timer) implements Event {}
}
