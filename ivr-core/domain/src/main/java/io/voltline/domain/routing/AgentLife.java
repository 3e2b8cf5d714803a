package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import java.util.Optional;

/** What becomes of agents apart from offers: signing in and out, states, phones. */
final class AgentLife {
  /** The switch shows a channel within milliseconds of being told to ring. */
  private static final long CLAIM_MILLIS = 10_000;

  private final Agents agents;
  private final OfferLife offers;
  private final CallLife calls;
  private final Matching matching;
  private RoutingProfile profile;

  AgentLife(
      Agents agents, OfferLife offers, CallLife calls, Matching matching, RoutingProfile profile) {
    this.agents = agents;
    this.offers = offers;
    this.calls = calls;
    this.matching = matching;
    this.profile = profile;
  }

  void signedIn(Event.AgentSignedIn event, Turn turn) {
    AgentSlot agent = agents.slot(event.agent());
    boolean fresh = !agent.signedIn;
    agents.certify(agent, event.certificates(), turn);
    if (fresh) {
      agents.change(agent, turn, a -> a.become(Presence.busy(BusyReason.NOT_READY), turn));
    }
    turn.accept(agent);
    if (!fresh || agent.reserve()) {
      calls.lookAtAll(turn);
    }
    matching.settle(agent, turn);
  }

  void restored(Event.AgentRestored event, Turn turn) {
    AgentSlot agent = agents.slot(event.last().agent());
    turn.accept(agent);
    if (agent.signedIn) {
      turn.notice(Anomaly.DUPLICATE_AGENT);
      return;
    }
    agents.certify(agent, event.certificates(), turn);
    agents.change(
        agent,
        turn,
        a -> {
          a.become(Presence.after(event.last(), wrapUpMillis(), turn.now), turn);
          chosenBefore(event.last()).ifPresent(next -> a.chosenBefore(next, turn));
          a.showedBefore(event.last());
        });
    if (agent.reserve()) {
      calls.lookAtAll(turn);
    }
    matching.settle(agent, turn);
  }

  /** What was chosen during a talk that a restart did not let end. */
  private Optional<Presence> chosenBefore(AgentStatus last) {
    boolean talked = last.state() == AgentState.TALKING || last.state() == AgentState.HELD;
    return last.next()
        .filter(_ -> talked)
        .map(next -> Presence.of(next, wrapUpMillis(), profile.mostWrapUpMillis()));
  }

  void signOut(Event.SignOutAsked event, Turn turn) {
    AgentSlot agent = agents.slot(event.agent());
    if (agent.engaged()) {
      turn.refuse(Refusal.TALKING);
      return;
    }
    agents.signOut(agent, turn);
    turn.accept(agent);
    matching.settle(agent, turn);
    calls.lookAtAll(turn);
  }

  void stateAsked(Event.StateAsked event, Turn turn) {
    take(event.agent(), event.request(), profile.mostResting(), turn);
  }

  void stateGranted(Event.StateGranted event, Turn turn) {
    take(event.agent(), event.request(), Integer.MAX_VALUE, turn);
  }

  private void take(AgentNo number, StateRequest request, int mostResting, Turn turn) {
    AgentSlot agent = agents.slot(number);
    Presence wanted = Presence.of(request, wrapUpMillis(), profile.mostWrapUpMillis());
    if (!agent.signedIn) {
      turn.refuse(Refusal.NOT_SIGNED_IN);
    } else if (wanted.rests() && !agent.rests() && agents.resting() >= mostResting) {
      turn.refuse(Refusal.TOO_MANY_RESTING);
    } else if (agent.onPhone()) {
      // Only the wish changes: an agent on the phone is among the idle anyhow not.
      agents.change(agent, turn, a -> a.chooseNext(wanted));
      turn.accept(agent);
    } else if (wanted.is(AgentState.IDLE) && !agent.reachable()) {
      turn.refuse(Refusal.PHONE_NOT_REACHABLE);
    } else {
      agents.change(agent, turn, a -> a.become(wanted, turn));
      turn.accept(agent);
      matching.settle(agent, turn);
    }
  }

  void phoneReachable(Event.PhoneReachable event, Turn turn) {
    AgentSlot agent = agents.slot(event.agent());
    if (event.reachable() == agent.reachable() && event.reachable() == agent.canBeRung()) {
      return;
    }
    if (!event.reachable()) {
      offers.phoneLost(agent, turn);
    }
    agents.change(agent, turn, a -> a.phone(event.reachable(), turn));
    matching.settle(agent, turn);
  }

  /** A channel of the agent's own offer is told as well, and is no news. */
  void phoneInUse(Event.PhoneInUse event, Turn turn) {
    AgentSlot agent = agents.slot(event.agent());
    if (!agent.engaged()) {
      agents.change(agent, turn, a -> a.foreignCall(event.call(), event.talking()));
    }
  }

  void phoneFree(Event.PhoneFree event, Turn turn) {
    AgentSlot agent = agents.slot(event.agent());
    if (agent.foreign().isPresent()) {
      leaveForeign(agent, turn);
    }
  }

  /** Nobody who is rung for a caller, or talks, is asked; nor is whoever does not wish to be. */
  void phoneClaimed(Event.PhoneClaimed event, Turn turn) {
    AgentSlot agent = agents.slot(event.agent());
    Optional<Refusal> refusal = refusal(agent, event.own());
    if (refusal.isPresent()) {
      turn.refuse(refusal.get());
      return;
    }
    agents.change(agent, turn, a -> a.claim(event.call(), CLAIM_MILLIS, turn));
    turn.accept(agent);
  }

  private static Optional<Refusal> refusal(AgentSlot agent, boolean own) {
    if (!agent.signedIn) {
      return Optional.of(Refusal.NOT_SIGNED_IN);
    }
    if (agent.onPhone()) {
      return Optional.of(Refusal.TALKING);
    }
    if (!agent.canBeRung()) {
      return Optional.of(Refusal.PHONE_NOT_REACHABLE);
    }
    return own || agent.routable() ? Optional.empty() : Optional.of(Refusal.NOT_IDLE);
  }

  void claimGuard(Timer.ClaimGuard timer, Turn turn) {
    AgentSlot agent = agents.slot(timer.agent());
    if (agent.stillClaimed(timer.generation())) {
      turn.notice(Anomaly.UNUSED_CLAIM);
      leaveForeign(agent, turn);
    }
  }

  private void leaveForeign(AgentSlot agent, Turn turn) {
    Presence wrapUp = Presence.wrapUp(wrapUpMillis());
    agents.change(agent, turn, a -> a.leaveForeign(wrapUp, turn));
    matching.settle(agent, turn);
  }

  void talkHeld(Event.TalkHeld event, Turn turn) {
    AgentSlot agent = agents.slot(event.agent());
    if (agent.talking()) {
      agents.change(agent, turn, a -> a.hold(event.held()));
    } else {
      turn.notice(Anomaly.HELD_NOBODY);
    }
  }

  void wrapUpOver(Timer.WrapUp timer, Turn turn) {
    AgentSlot agent = agents.slot(timer.agent());
    if (agent.stillWrapsUp(timer.generation())) {
      agents.change(agent, turn, a -> a.become(Presence.IDLE, turn));
      matching.settle(agent, turn);
    }
  }

  void phoneRetry(Timer.PhoneRetry timer, Turn turn) {
    AgentSlot agent = agents.slot(timer.agent());
    if (agent.stillSuspect(timer.generation())) {
      agents.change(agent, turn, a -> a.phone(a.reachable(), turn));
      matching.settle(agent, turn);
    }
  }

  void certificateEnds(Timer.CertificateEnds timer, Turn turn) {
    AgentSlot agent = agents.slot(timer.agent());
    if (agent.stillCertified(timer.generation())) {
      agents.certify(agent, agent.certificates(), turn);
      matching.settle(agent, turn);
      calls.lookAtAll(turn);
    }
  }

  /** Holds for whoever asks from now on. */
  void follow(RoutingProfile changed) {
    profile = changed;
  }

  private long wrapUpMillis() {
    return profile.usual().wrapUpMillis();
  }
}
