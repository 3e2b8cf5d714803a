package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.SkillId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All agents, and by skill those who can be rung now. */
final class Agents {
  private final Map<String, AgentSlot> byNumber = new TreeMap<>();
  private final Map<SkillId, SkillGroup> bySkill = new HashMap<>();

  AgentSlot slot(AgentNo agent) {
    return byNumber.computeIfAbsent(agent.value(), _ -> new AgentSlot(agent));
  }

  /** Ordered by number. */
  Collection<AgentSlot> all() {
    return byNumber.values();
  }

  SkillGroup group(SkillId skill) {
    return bySkill.computeIfAbsent(skill, _ -> new SkillGroup());
  }

  /**
   * The agent to ring for a call: the longest idle who was not tried for it yet, else the longest
   * idle of those who were.
   */
  @Nullable AgentSlot best(QueuedCall call) {
    AgentSlot tried = null;
    for (AgentSlot agent : group(call.skill).idle) {
      if (!call.tried.contains(agent.agent)) {
        return agent;
      }
      tried = tried == null ? agent : tried;
    }
    return tried;
  }

  /** Every change of an agent goes through here: sorted sets must not see their keys change. */
  void change(AgentSlot agent, Turn turn, Consumer<AgentSlot> change) {
    if (agent.signedIn) {
      agent.skills.forEach(s -> group(s.skill()).remove(agent));
    }
    change.accept(agent);
    if (agent.signedIn) {
      agent.skills.forEach(s -> group(s.skill()).add(agent));
    }
    turn.touch(agent);
  }
}
