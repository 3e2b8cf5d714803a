package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All agents, and in the groups of their skills those who can be rung now. */
final class Agents {
  private final Map<AgentNo, AgentSlot> byNumber = new HashMap<>();
  private final Map<String, AgentSlot> ordered = new TreeMap<>();
  private final SkillGroups groups;
  private int signedIn;
  private int resting;

  Agents(SkillGroups groups) {
    this.groups = groups;
  }

  AgentSlot slot(AgentNo agent) {
    AgentSlot known = byNumber.get(agent);
    if (known == null) {
      known = new AgentSlot(agent);
      byNumber.put(agent, known);
      ordered.put(agent.value(), known);
    }
    return known;
  }

  /** Ordered by number. */
  Collection<AgentSlot> all() {
    return ordered.values();
  }

  int signedIn() {
    return signedIn;
  }

  /** Agents on a break, or who will be when their call is over. */
  int resting() {
    return resting;
  }

  /**
   * Every change of an agent goes through here. The agent is among the idle no more; whoever
   * changes one hands the agent to {@link Matching#settle} in the end.
   */
  void change(AgentSlot agent, Turn turn, Consumer<AgentSlot> change) {
    agent.unlink();
    int rested = agent.rests() ? 1 : 0;
    change.accept(agent);
    resting += (agent.rests() ? 1 : 0) - rested;
    turn.touch(agent);
  }

  /** Signs in, or gives other certificates to one who is signed in; expired ones count no more. */
  void certify(AgentSlot agent, List<Certificate> certificates, Turn turn) {
    signedIn += agent.signedIn ? 0 : 1;
    change(
        agent,
        turn,
        a -> {
          a.signedIn = true;
          a.certify(certificates, turn);
          a.hold(
              certificates.stream()
                  .filter(c -> c.validAt(turn.now))
                  .map(c -> new Held(a, groups.of(c.skill()), c))
                  .toArray(Held[]::new));
        });
  }

  void signOut(AgentSlot agent, Turn turn) {
    signedIn -= agent.signedIn ? 1 : 0;
    change(agent, turn, AgentSlot::signOut);
  }
}
