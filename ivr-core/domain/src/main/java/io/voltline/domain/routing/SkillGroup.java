package io.voltline.domain.routing;

import java.util.NavigableSet;
import java.util.TreeSet;

/** The signed-in agents who have one skill: who can be rung, the longest idle first, and counts. */
final class SkillGroup {
  final NavigableSet<AgentSlot> idle = new TreeSet<>(AgentSlot.LONGEST_IDLE);
  private int members;
  private int engaged;

  void add(AgentSlot agent) {
    members++;
    if (agent.routable()) {
      idle.add(agent);
    } else if (agent.engaged()) {
      engaged++;
    }
  }

  void remove(AgentSlot agent) {
    members--;
    if (agent.routable()) {
      idle.remove(agent);
    } else if (agent.engaged()) {
      engaged--;
    }
  }

  int engaged() {
    return engaged;
  }

  int busy() {
    return members - idle.size() - engaged;
  }
}
