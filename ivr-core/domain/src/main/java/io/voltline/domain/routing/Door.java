package io.voltline.domain.routing;

import java.util.List;

/**
 * One alternative of what a line asks for, hung at the group of its first skill: whoever has that
 * skill looks in here.
 */
final class Door {
  final Line line;
  final SkillGroup group;
  private final int level;
  private final boolean alone;
  private final SkillGroup[] others;
  private final int[] otherLevels;

  Door(Line line, List<SkillLevel> all, SkillGroups groups) {
    this.line = line;
    this.group = groups.of(all.getFirst().skill());
    this.level = all.getFirst().level();
    List<SkillLevel> rest = all.subList(1, all.size());
    this.alone = rest.isEmpty();
    this.others = rest.stream().map(n -> groups.of(n.skill())).toArray(SkillGroup[]::new);
    this.otherLevels = rest.stream().mapToInt(SkillLevel::level).toArray();
  }

  int level() {
    return level;
  }

  /** Whether an agent holding the first skill so may serve the line now. */
  boolean admits(Held held) {
    return held.level >= level && (!held.reserve || line.reserveOpen) && hasOthers(held.agent);
  }

  private boolean hasOthers(AgentSlot agent) {
    if (alone) {
      return true;
    }
    for (int i = 0; i < others.length; i++) {
      Held held = agent.held(others[i]);
      if (held == null || held.level < otherLevels[i] || (held.reserve && !line.reserveOpen)) {
        return false;
      }
    }
    return true;
  }
}
