package io.voltline.domain.routing;

/** What becomes of agents apart from offers: signing in and out, states, phones. */
final class AgentLife {
  private final Agents agents;
  private final OfferLife offers;
  private final Matching matching;
  private final long wrapUpMillis;

  AgentLife(Agents agents, OfferLife offers, Matching matching, RoutingProfile profile) {
    this.agents = agents;
    this.offers = offers;
    this.matching = matching;
    this.wrapUpMillis = profile.wrapUpMillis();
  }

  void signedIn(Event.AgentSignedIn event, Turn turn) {
    AgentSlot agent = agents.slot(event.agent());
    agents.change(
        agent,
        turn,
        a -> {
          a.skills = event.skills();
          if (!a.signedIn) {
            a.signedIn = true;
            a.become(Presence.busy(BusyReason.NOT_READY), turn);
          }
        });
    turn.accept(agent);
    matching.agentFree(agent, turn);
  }

  void restored(Event.AgentRestored event, Turn turn) {
    AgentSlot agent = agents.slot(event.last().agent());
    if (agent.signedIn) {
      turn.notice(Anomaly.DUPLICATE_AGENT);
      turn.accept(agent);
      return;
    }
    agents.change(
        agent,
        turn,
        a -> {
          a.skills = event.skills();
          a.signedIn = true;
          a.become(Presence.after(event.last(), turn.now), turn);
          a.showedBefore(event.last());
        });
    turn.accept(agent);
    matching.agentFree(agent, turn);
  }

  void signOut(Event.SignOutAsked event, Turn turn) {
    AgentSlot agent = agents.slot(event.agent());
    if (agent.engaged()) {
      turn.refuse(Refusal.TALKING);
      return;
    }
    agents.change(agent, turn, AgentSlot::signOut);
    turn.accept(agent);
  }

  void stateAsked(Event.StateAsked event, Turn turn) {
    AgentSlot agent = agents.slot(event.agent());
    Presence wanted = Presence.of(event.request(), wrapUpMillis);
    if (!agent.signedIn) {
      turn.refuse(Refusal.NOT_SIGNED_IN);
      return;
    }
    if (agent.engaged()) {
      agent.chooseNext(wanted);
    } else if (wanted.is(AgentState.IDLE) && !agent.reachable()) {
      turn.refuse(Refusal.PHONE_NOT_REACHABLE);
      return;
    } else {
      agents.change(agent, turn, a -> a.become(wanted, turn));
    }
    turn.accept(agent);
    matching.agentFree(agent, turn);
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
    matching.agentFree(agent, turn);
  }

  void wrapUpOver(Timer.WrapUp timer, Turn turn) {
    AgentSlot agent = agents.slot(timer.agent());
    if (agent.stillWrapsUp(timer.generation())) {
      agents.change(agent, turn, a -> a.become(Presence.IDLE, turn));
      matching.agentFree(agent, turn);
    }
  }

  void phoneRetry(Timer.PhoneRetry timer, Turn turn) {
    AgentSlot agent = agents.slot(timer.agent());
    if (agent.stillSuspect(timer.generation())) {
      agents.change(agent, turn, a -> a.phone(a.reachable(), turn));
      matching.agentFree(agent, turn);
    }
  }
}
