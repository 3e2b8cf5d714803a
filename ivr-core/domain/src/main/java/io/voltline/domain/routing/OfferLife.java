package io.voltline.domain.routing;

import io.voltline.domain.kernel.Check;
import io.voltline.domain.kernel.OfferId;
import org.jspecify.annotations.Nullable;

/** What becomes of offers: ring, answer, talk, and every way any of it ends. */
final class OfferLife {
  private final Agents agents;
  private final CallQueues calls;
  private final CallLife callLife;
  private final Offers offers;
  private final Matching matching;
  private final RoutingProfile profile;

  OfferLife(
      Agents agents,
      CallQueues calls,
      CallLife callLife,
      Offers offers,
      Matching matching,
      RoutingProfile profile) {
    this.agents = agents;
    this.calls = calls;
    this.callLife = callLife;
    this.offers = offers;
    this.matching = matching;
    this.profile = profile;
  }

  void callGone(Event.CallGone event, Turn turn) {
    QueuedCall call = calls.find(event.call());
    if (call == null) {
      turn.notice(Anomaly.UNKNOWN_CALL);
      return;
    }
    LiveOffer talk = call.talk();
    forget(call, turn);
    if (talk != null) {
      talkOver(talk, turn);
    } else {
      // A phone may ring on for a moment: its agent is free when the end of the ring is told.
      cancelAll(call, turn);
    }
  }

  void callMoved(Event.CallMoved event, Turn turn) {
    QueuedCall call = calls.find(event.call());
    if (call == null) {
      turn.notice(Anomaly.UNKNOWN_CALL);
    } else if (call.taken || call.talk() != null) {
      turn.notice(Anomaly.REPEATED);
    } else {
      forget(call, turn);
      call.clock.ringEnds(turn.now, true);
      cancelAll(call, turn);
      callLife.moved(event, call.clock, turn);
    }
  }

  void callTaken(Event.CallTaken event, Turn turn) {
    QueuedCall call = calls.find(event.call());
    if (call == null) {
      turn.notice(Anomaly.UNKNOWN_CALL);
    } else if (call.taken || call.talk() != null) {
      turn.notice(Anomaly.REPEATED);
    } else {
      call.taken = true;
      calls.leaveLine(call, turn.now);
      call.clock.ringEnds(turn.now, true);
      cancelAll(call, turn);
    }
  }

  void callReturned(Event.CallReturned event, Turn turn) {
    QueuedCall call = calls.find(event.call());
    if (call == null) {
      turn.notice(Anomaly.UNKNOWN_CALL);
    } else if (!call.taken) {
      turn.notice(Anomaly.REPEATED);
    } else {
      call.taken = false;
      callLife.rejoin(call, turn);
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
      case RESERVED, RINGING -> win(offer, turn);
      case TALKING -> turn.notice(Anomaly.REPEATED);
      case CANCELLED -> {
        turn.notice(Anomaly.LATE_ANSWER);
        turn.add(new Command.CancelOffer(offer.id, offer.call.id));
      }
    }
  }

  void talkBegan(Event.TalkBegan event, Turn turn) {
    LiveOffer offer = find(event.offer(), turn);
    if (offer == null || offer.is(LiveOffer.Phase.CANCELLED)) {
      return;
    }
    if (!offer.is(LiveOffer.Phase.TALKING)) {
      turn.notice(Anomaly.UNTOLD_ANSWER);
      win(offer, turn);
    }
    callLife.heard(offer.call, turn);
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
      calls.unanswered(offer.call);
    }
    lose(offer, event.outcome(), turn);
  }

  void talkEnded(Event.TalkEnded event, Turn turn) {
    LiveOffer offer = find(event.offer(), turn);
    if (offer == null) {
      return;
    }
    QueuedCall call = offer.call;
    if (!offer.is(LiveOffer.Phase.TALKING)) {
      turn.notice(Anomaly.UNTOLD_ANSWER);
    }
    if (call.known) {
      forget(call, turn);
    }
    if (offer.is(LiveOffer.Phase.CANCELLED)) {
      offers.close(offer);
      release(offer, turn);
    } else {
      talkOver(offer, turn);
    }
    call.offers.remove(offer);
    cancelAll(call, turn);
  }

  /** The phone went away; a ring on it reaches nobody. */
  void phoneLost(AgentSlot agent, Turn turn) {
    LiveOffer offer = agent.offer;
    if (offer != null && offer.rings()) {
      cancel(offer, turn);
      lose(offer, OfferOutcome.UNREACHABLE, turn);
    }
  }

  void ringGuard(OfferId id, Turn turn) {
    LiveOffer offer = offers.find(id);
    if (offer != null && offer.rings()) {
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

  /** The first to answer has the call; the others stop ringing. */
  private void win(LiveOffer offer, Turn turn) {
    offer.phase = LiveOffer.Phase.TALKING;
    offer.agent.answers(turn);
    calls.answered(offer.call);
    turn.touch(offer.agent);
    if (offer.call.offers.size() > 1) {
      offer.call.offers.remove(offer);
      cancelAll(offer.call, turn);
      offer.call.offers.add(offer);
    }
  }

  /** Routing has done with the call; its offers are still to be ended. */
  private void forget(QueuedCall call, Turn turn) {
    calls.leaveLine(call, turn.now);
    calls.remove(call, call.talk() == null);
  }

  private void cancelAll(QueuedCall call, Turn turn) {
    for (LiveOffer offer : call.offers) {
      if (offer.is(LiveOffer.Phase.TALKING)) {
        // Another than the one told to have answered had the talk.
        turn.notice(Anomaly.RETRACTED_ANSWER);
      }
      cancel(offer, turn);
    }
    call.offers.clear();
  }

  private void cancel(LiveOffer offer, Turn turn) {
    offer.phase = LiveOffer.Phase.CANCELLED;
    turn.touch(offer.agent);
    turn.add(new Command.CancelOffer(offer.id, offer.call.id));
    turn.startTimer(new Timer.CancelGuard(offer.id), profile.ring().cancelGuardMillis());
  }

  /** The agent of a cancelled offer is free, if the offer still held one. */
  private void release(LiveOffer offer, Turn turn) {
    if (offer.holdsAgent()) {
      agents.change(offer.agent, turn, a -> a.leaveOffer(Presence.IDLE, turn));
      matching.settle(offer.agent, turn);
    }
  }

  /** Agent and call part without a talk; with no other ring the call is back in line. */
  private void lose(LiveOffer offer, OfferOutcome outcome, Turn turn) {
    QueuedCall call = offer.call;
    Check.that(call.offers.remove(offer), "a live offer is one of its call's offers");
    agents.change(offer.agent, turn, a -> missed(a, outcome, turn));
    if (outcome == OfferOutcome.CALLER_LEFT) {
      forget(call, turn);
      cancelAll(call, turn);
    } else {
      call.failedWith(offer.agent.agent);
      if (!call.beingOffered()) {
        call.clock.ringEnds(turn.now, outcome != OfferOutcome.UNREACHABLE);
        callLife.rejoin(call, turn);
      }
    }
    matching.settle(offer.agent, turn);
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
    long wrapUp = offer.call.queue.rule.wrapUpMillis();
    agents.change(offer.agent, turn, a -> a.leaveTalk(Presence.wrapUp(wrapUp), turn));
    matching.settle(offer.agent, turn);
  }
}
