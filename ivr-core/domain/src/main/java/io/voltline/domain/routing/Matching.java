package io.voltline.domain.routing;

import io.voltline.domain.kernel.Check;
import org.jspecify.annotations.Nullable;

/** Brings calls and agents together, whichever of the two comes free. */
final class Matching {
  private final Agents agents;
  private final WaitingCalls calls;
  private final Offers offers;
  private final RingBudget budget;
  private final Explain explain;
  private final long ringGuardMillis;

  Matching(Agents agents, WaitingCalls calls, Offers offers, RoutingProfile profile) {
    this.agents = agents;
    this.calls = calls;
    this.offers = offers;
    this.budget = new RingBudget(profile);
    this.explain = new Explain(agents, profile);
    this.ringGuardMillis = profile.ringGuardMillis();
  }

  /** A call stands in line: is there an agent for it? */
  void callWaits(QueuedCall call, Turn turn) {
    decide(call, agents.best(call), turn);
  }

  /** An agent may have come free: is there a call to take? */
  void agentFree(AgentSlot agent, Turn turn) {
    QueuedCall call = agent.routable() ? calls.next(agent.skills) : null;
    if (call != null) {
      decide(call, agent, turn);
    }
  }

  private void decide(QueuedCall call, @Nullable AgentSlot chosen, Turn turn) {
    if (chosen != null) {
      Check.that(chosen.routable() && call.offer == null, "one agent, one call, one offer");
      offer(call, chosen, turn);
    }
    explain.decided(call, chosen, turn);
  }

  private void offer(QueuedCall call, AgentSlot agent, Turn turn) {
    LiveOffer offer = offers.open(call, agent);
    calls.leaveLine(call);
    call.offer = offer;
    agents.change(agent, turn, a -> a.offer = offer);
    long ring = budget.ringMillis(call.queuedAt, turn.now);
    turn.add(new Command.Offer(offer.id, call.id, agent.agent, ring));
    turn.startTimer(new Timer.RingGuard(offer.id), ring + ringGuardMillis);
  }
}
