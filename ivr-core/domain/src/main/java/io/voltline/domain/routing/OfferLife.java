package io.voltline.domain.routing;

import io.voltline.domain.kernel.Check;
import io.voltline.domain.kernel.OfferId;
import org.jspecify.annotations.Nullable;

/** What becomes of calls and their offers: ring, answer, talk, and every way any of it ends. */
final class OfferLife {
  private final Agents agents;
  private final WaitingCalls calls;
  private final Offers offers;
  private final Matching matching;
  private final RoutingProfile profile;

  OfferLife(
      Agents agents, WaitingCalls calls, Offers offers, Matching matching, RoutingProfile profile) {
    this.agents = agents;
    this.calls = calls;
    this.offers = offers;
    this.matching = matching;
    this.profile = profile;
  }

  void callQueued(Event.CallQueued event, Turn turn) {
    if (calls.find(event.call()) != null) {
      turn.notice(Anomaly.DUPLICATE_CALL);
      return;
    }
    matching.callWaits(calls.add(event), turn);
  }

  void callGone(Event.CallGone event, Turn turn) {
    QueuedCall call = calls.find(event.call());
    if (call == null) {
      turn.notice(Anomaly.UNKNOWN_CALL);
      return;
    }
    calls.remove(call);
    LiveOffer offer = call.offer;
    if (offer == null) {
      return;
    }
    if (offer.is(LiveOffer.Phase.TALKING)) {
      talkOver(offer, turn);
    } else {
      // The phone may ring on for a moment: the agent is free when the end of the ring is told.
      cancel(offer, turn);
    }
  }

  void ringing(Event.OfferRinging event, Turn turn) {
    LiveOffer offer = find(event.offer(), turn);
    if (offer == null || offer.is(LiveOffer.Phase.CANCELLED)) {
      return;
    }
    if (offer.is(LiveOffer.Phase.RESERVED)) {
      offer.phase = LiveOffer.Phase.RINGING;
      turn.touch(offer.agent);
    } else {
      turn.notice(Anomaly.REPEATED);
    }
  }

  void answered(Event.OfferAnswered event, Turn turn) {
    LiveOffer offer = find(event.offer(), turn);
    if (offer == null) {
      return;
    }
    switch (offer.phase) {
      case RESERVED, RINGING -> {
        offer.phase = LiveOffer.Phase.TALKING;
        calls.answered(offer.call);
        turn.touch(offer.agent);
      }
      case TALKING -> turn.notice(Anomaly.REPEATED);
      case CANCELLED -> {
        turn.notice(Anomaly.LATE_ANSWER);
        turn.add(new Command.CancelOffer(offer.id, offer.call.id));
      }
    }
  }

  void ended(Event.OfferEnded event, Turn turn) {
    LiveOffer offer = find(event.offer(), turn);
    if (offer == null) {
      return;
    }
    offers.close(offer);
    if (offer.is(LiveOffer.Phase.CANCELLED)) {
      release(offer, turn);
      return;
    }
    if (offer.is(LiveOffer.Phase.TALKING)) {
      turn.notice(Anomaly.RETRACTED_ANSWER);
    }
    lose(offer, event.outcome(), turn);
  }

  void talkEnded(Event.TalkEnded event, Turn turn) {
    LiveOffer offer = find(event.offer(), turn);
    if (offer == null) {
      return;
    }
    if (offer.is(LiveOffer.Phase.CANCELLED)) {
      offers.close(offer);
      release(offer, turn);
      return;
    }
    if (!offer.is(LiveOffer.Phase.TALKING)) {
      turn.notice(Anomaly.UNTOLD_ANSWER);
    }
    calls.remove(offer.call);
    talkOver(offer, turn);
  }

  /** The phone went away; a ring on it reaches nobody. */
  void phoneLost(AgentSlot agent, Turn turn) {
    LiveOffer offer = agent.offer;
    if (offer != null
        && (offer.is(LiveOffer.Phase.RESERVED) || offer.is(LiveOffer.Phase.RINGING))) {
      cancel(offer, turn);
      lose(offer, OfferOutcome.UNREACHABLE, turn);
    }
  }

  void ringGuard(OfferId id, Turn turn) {
    LiveOffer offer = offers.find(id);
    if (offer != null
        && (offer.is(LiveOffer.Phase.RESERVED) || offer.is(LiveOffer.Phase.RINGING))) {
      turn.notice(Anomaly.RING_OVERRUN);
      cancel(offer, turn);
      lose(offer, OfferOutcome.NOT_ANSWERED, turn);
    }
  }

  void cancelGuard(OfferId id, Turn turn) {
    LiveOffer offer = offers.find(id);
    if (offer != null) {
      turn.notice(Anomaly.UNTOLD_END);
      offers.close(offer);
      release(offer, turn);
    }
  }

  private @Nullable LiveOffer find(OfferId id, Turn turn) {
    LiveOffer offer = offers.find(id);
    if (offer == null) {
      turn.notice(Anomaly.DEAD_OFFER);
    }
    return offer;
  }

  private void cancel(LiveOffer offer, Turn turn) {
    offer.phase = LiveOffer.Phase.CANCELLED;
    turn.add(new Command.CancelOffer(offer.id, offer.call.id));
    turn.startTimer(new Timer.CancelGuard(offer.id), profile.cancelGuardMillis());
  }

  /** The agent of a cancelled offer is free, if the offer still held one. */
  private void release(LiveOffer offer, Turn turn) {
    if (offer.holdsAgent()) {
      agents.change(offer.agent, turn, a -> a.leaveOffer(Presence.IDLE, turn));
      matching.agentFree(offer.agent, turn);
    }
  }

  /** Agent and call part without a talk; the call goes back to where it stood in line. */
  private void lose(LiveOffer offer, OfferOutcome outcome, Turn turn) {
    QueuedCall call = offer.call;
    Check.that(call.offer == offer, "a live offer is its call's offer");
    call.offer = null;
    agents.change(offer.agent, turn, a -> missed(a, outcome, turn));
    if (outcome == OfferOutcome.CALLER_LEFT) {
      calls.remove(call);
    } else {
      call.tried.add(offer.agent.agent);
      calls.rejoinLine(call);
      matching.callWaits(call, turn);
    }
    matching.agentFree(offer.agent, turn);
  }

  private void missed(AgentSlot agent, OfferOutcome outcome, Turn turn) {
    switch (outcome) {
      case NOT_ANSWERED -> agent.missOffer(BusyReason.NOT_ANSWERED, turn);
      case REJECTED -> agent.missOffer(BusyReason.REJECTED, turn);
      case UNREACHABLE -> {
        agent.suspectPhone(profile.phoneRetryMillis(), turn);
        agent.leaveOffer(Presence.IDLE, turn);
      }
      default -> agent.leaveOffer(Presence.IDLE, turn);
    }
  }

  private void talkOver(LiveOffer offer, Turn turn) {
    offers.close(offer);
    agents.change(
        offer.agent, turn, a -> a.leaveOffer(Presence.wrapUp(profile.wrapUpMillis()), turn));
    matching.agentFree(offer.agent, turn);
  }
}
