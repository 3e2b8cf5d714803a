package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Check;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings calls and agents together, whichever of the two comes free. */
final class Matching {
  private final Agents agents;
  private final CallQueues calls;
  private final Offers offers;
  private final Choice choice;
  private final RingBudget budget;
  private final Explain explain;
  private final long ringGuardMillis;

  Matching(Agents agents, CallQueues calls, Offers offers, RoutingProfile profile) {
    this.agents = agents;
    this.calls = calls;
    this.offers = offers;
    this.choice = new Choice(agents);
    this.budget = new RingBudget(profile.ring());
    this.explain = new Explain(agents, profile);
    this.ringGuardMillis = profile.ring().guardMillis();
  }

  /** A call has nobody, or may be served by more agents than before: is there one for it? */
  void seek(QueuedCall call, Turn turn) {
    AgentSlot awaited = awaited(call, turn.now);
    Line line = awaited == null ? call.kind.line(call.steps, call.reserveOpen) : awaited.own;
    List<AgentSlot> chosen =
        awaited == null
            ? choice.agentsFor(call, line, budget.phonesAtOnce(call.deadline(), turn.now), turn.now)
            : List.of();
    if (chosen.isEmpty()) {
      stand(call, line, turn);
      explain.waits(call, awaited, turn).ifPresent(turn::add);
    } else {
      offer(call, chosen, turn);
    }
  }

  /** Whether somebody can be rung for the call at once. */
  boolean anybodyFor(QueuedCall call, long now) {
    Line line = call.kind.line(call.steps, call.reserveOpen);
    return !choice.agentsFor(call, line, 1, now).isEmpty();
  }

  /** Whether the call would be offered to somebody at once. */
  boolean ringsAtOnce(QueuedCall call, long now) {
    return awaited(call, now) == null && anybodyFor(call, now);
  }

  /** An agent was changed: is there a call to take? Otherwise who can be rung stands ready. */
  void settle(AgentSlot agent, Turn turn) {
    if (!agent.routable()) {
      if (!agent.worthAwaiting()) {
        agent.own.calls().inOrder().forEach(call -> seek(call, turn));
      }
      return;
    }
    QueuedCall call = choice.callFor(agent, turn.now);
    if (call == null) {
      agent.link();
    } else {
      offer(call, List.of(agent), turn);
    }
  }

  private void stand(QueuedCall call, Line line, Turn turn) {
    if (call.line == null) {
      calls.joinLine(call, line, turn.now);
    } else {
      calls.changeLine(call, line);
    }
  }

  /** The agent a call still waits for alone: preferred, able to serve, and engaged just now. */
  private @Nullable AgentSlot awaited(QueuedCall call, long now) {
    if (call.danger() || call.affinityOver || now >= call.affinityUntil()) {
      return null;
    }
    Line line = call.kind.line(call.steps, call.reserveOpen);
    AgentSlot awaited = null;
    for (AgentNo number : call.request.preferred()) {
      AgentSlot agent = agents.slot(number);
      if (agent.routable() && line.admits(agent)) {
        return null;
      }
      if (awaited == null && agent.worthAwaiting() && line.admits(agent) && !call.tried(number)) {
        awaited = agent;
      }
    }
    return awaited;
  }

  private void offer(QueuedCall call, List<AgentSlot> chosen, Turn turn) {
    long ring = budget.ringMillis(call.deadline(), turn.now, chosen.size());
    // Made before anything changes, as it shows what the choice was made from; told after the ring.
    Optional<Command.Decided> why = explain.offered(call, chosen, ring, turn);
    calls.leaveLine(call, turn.now);
    choice.served(call.queue);
    call.clock.ringBegins(turn.now);
    Command.Ring[] rings = new Command.Ring[chosen.size()];
    for (int i = 0; i < rings.length; i++) {
      LiveOffer offer = reserve(call, chosen.get(i), turn);
      rings[i] = new Command.Ring(offer.id, offer.agent.agent);
    }
    turn.add(new Command.Offer(call.id, List.of(rings), ring));
    why.ifPresent(turn::add);
    for (LiveOffer offer : call.offers) {
      turn.startTimer(new Timer.RingGuard(offer.id), ring + ringGuardMillis);
    }
  }

  private LiveOffer reserve(QueuedCall call, AgentSlot agent, Turn turn) {
    Check.that(agent.routable(), "an agent in two offers, or not to be rung");
    LiveOffer offer = offers.open(call, agent);
    call.offers.add(offer);
    agents.change(agent, turn, a -> a.offer = offer);
    return offer;
  }
}
