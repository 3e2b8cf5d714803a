package io.voltline.domain.routing;

import io.voltline.domain.kernel.SkillId;
import java.util.ArrayList;
import java.util.List;

/** One skill: who is signed in with it, who of them is idle, and the lines it opens a door to. */
final class SkillGroup {
  private static final int LEVELS = 10;

  final SkillId skill;

  /** Signed in, whatever they do. */
  final List<Held> members = new ArrayList<>();

  /** Doors to lines in which somebody waits. */
  final List<Door> doors = new ArrayList<>();

  private final IdleList[] idle = new IdleList[LEVELS + 1];
  private int reserves;
  private int idleCount;

  SkillGroup(SkillId skill) {
    this.skill = skill;
    for (int level = 1; level <= LEVELS; level++) {
      idle[level] = new IdleList();
    }
  }

  void join(Held held) {
    members.add(held);
    reserves += held.reserve ? 1 : 0;
  }

  void leave(Held held) {
    members.remove(held);
    reserves -= held.reserve ? 1 : 0;
  }

  int reserves() {
    return reserves;
  }

  void becameIdle(Held held) {
    idle[held.level].add(held);
    idleCount++;
  }

  void noLongerIdle(Held held) {
    idle[held.level].remove(held);
    idleCount--;
  }

  int idleCount() {
    return idleCount;
  }

  /** The idle of one level, the longest idle first. */
  IdleList idleAt(int level) {
    return idle[level];
  }
}
