package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says for a decision why each agent was or was not chosen, within the bounds of the profile. */
final class Explain {
  private final Agents agents;
  private final int mostAgents;
  private final int mostDecisions;

  Explain(Agents agents, RoutingProfile profile) {
    this.agents = agents;
    this.mostAgents = profile.explainedAgents();
    this.mostDecisions = profile.explainedDecisions();
  }

  /** To be asked before the offer changes anything. */
  Optional<Command.Decided> offered(
      QueuedCall call, List<AgentSlot> chosen, long ringMillis, Turn turn) {
    return decided(call, chosen, null, ringMillis, turn);
  }

  /** Nobody is rung; {@code awaited} is whom the call waits for alone. */
  Optional<Command.Decided> waits(QueuedCall call, @Nullable AgentSlot awaited, Turn turn) {
    return decided(call, List.of(), awaited, 0, turn);
  }

  private Optional<Command.Decided> decided(
      QueuedCall call,
      List<AgentSlot> chosen,
      @Nullable AgentSlot awaited,
      long ringMillis,
      Turn turn) {
    if (mostAgents == 0 || call.decisions == mostDecisions) {
      return Optional.empty();
    }
    call.decisions++;
    Line line = call.kind.line(call.steps, call.reserveOpen);
    List<Candidate> candidates = candidates(call, line, chosen, awaited);
    List<AgentNo> offered = chosen.stream().map(a -> a.agent).toList();
    return Optional.of(
        new Command.Decided(
            call.id,
            new Decision(
                turn.now,
                Decision.outcome(offered),
                call.queue.rule.id(),
                line.demand.orElseThrow(),
                call.reserveOpen,
                call.deadline() - turn.now,
                ringMillis,
                candidates,
                Math.max(0, agents.signedIn() - candidates.size()))));
  }

  /** The chosen, then those with a skill asked for, then the rest by number. */
  private List<Candidate> candidates(
      QueuedCall call, Line line, List<AgentSlot> chosen, @Nullable AgentSlot awaited) {
    List<Candidate> candidates = new ArrayList<>();
    Set<AgentSlot> told = new HashSet<>(chosen);
    chosen.forEach(agent -> candidates.add(new Candidate(agent.agent, Verdict.CHOSEN)));
    for (Door door : line.doors()) {
      for (Held held : door.group.members) {
        if (candidates.size() == mostAgents) {
          return candidates;
        }
        if (told.add(held.agent)) {
          Verdict verdict = verdict(call, line, door, held, awaited);
          candidates.add(new Candidate(held.agent.agent, verdict));
        }
      }
    }
    for (AgentSlot agent : agents.all()) {
      if (candidates.size() == mostAgents) {
        return candidates;
      }
      if (agent.signedIn && told.add(agent)) {
        candidates.add(new Candidate(agent.agent, Verdict.NO_SKILL));
      }
    }
    return candidates;
  }

  private static Verdict verdict(
      QueuedCall call, Line line, Door door, Held held, @Nullable AgentSlot awaited) {
    AgentSlot agent = held.agent;
    if (!line.admits(agent)) {
      if (held.reserve && !line.reserveOpen) {
        return Verdict.RESERVE_CLOSED;
      }
      return held.level < door.level() ? Verdict.LEVEL_TOO_LOW : Verdict.NO_SKILL;
    }
    if (call.tried(agent.agent)) {
      return Verdict.ALREADY_TRIED;
    }
    if (!agent.routable()) {
      return agent.canBeRung() ? Verdict.NOT_IDLE : Verdict.PHONE_UNREACHABLE;
    }
    return awaited == null ? Verdict.LOWER_RANK : Verdict.HELD_FOR_PREFERRED;
  }
}
