package io.voltline.domain.routing;

import java.util.ArrayList;
import java.util.List;
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

  void decided(QueuedCall call, @Nullable AgentSlot chosen, Turn turn) {
    if (call.decisions == mostDecisions) {
      return;
    }
    call.decisions++;
    List<Candidate> candidates = candidates(call, chosen);
    Decision decision =
        chosen == null
            ? Decision.waits(turn.now, candidates)
            : Decision.offered(turn.now, chosen.agent, candidates);
    turn.add(new Command.Decided(call.id, decision));
  }

  private List<Candidate> candidates(QueuedCall call, @Nullable AgentSlot chosen) {
    List<Candidate> candidates = new ArrayList<>();
    if (chosen != null) {
      candidates.add(new Candidate(chosen.agent, Verdict.CHOSEN));
    }
    for (AgentSlot agent : agents.group(call.skill).idle) {
      if (candidates.size() == mostAgents) {
        return candidates;
      }
      if (agent != chosen) {
        boolean tried = call.tried.contains(agent.agent);
        candidates.add(
            new Candidate(agent.agent, tried ? Verdict.ALREADY_TRIED : Verdict.LOWER_RANK));
      }
    }
    for (AgentSlot agent : agents.all()) {
      if (candidates.size() == mostAgents) {
        return candidates;
      }
      if (agent != chosen && agent.signedIn && !(agent.routable() && has(agent, call))) {
        candidates.add(new Candidate(agent.agent, whyNot(agent, call)));
      }
    }
    return candidates;
  }

  private static Verdict whyNot(AgentSlot agent, QueuedCall call) {
    if (!has(agent, call)) {
      return Verdict.NO_SKILL;
    }
    if (call.tried.contains(agent.agent)) {
      return Verdict.ALREADY_TRIED;
    }
    return agent.canBeRung() ? Verdict.NOT_IDLE : Verdict.PHONE_UNREACHABLE;
  }

  private static boolean has(AgentSlot agent, QueuedCall call) {
    for (SkillLevel level : agent.skills) {
      if (level.skill().equals(call.skill)) {
        return true;
      }
    }
    return false;
  }
}
