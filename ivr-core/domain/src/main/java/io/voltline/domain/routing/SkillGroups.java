package io.voltline.domain.routing;

import io.voltline.domain.kernel.SkillId;
import java.util.HashMap;
import java.util.Map;

/** The groups by skill; one is there as soon as somebody names its skill. */
final class SkillGroups {
  private final Map<SkillId, SkillGroup> bySkill = new HashMap<>();

  SkillGroup of(SkillId skill) {
    return bySkill.computeIfAbsent(skill, SkillGroup::new);
  }
}
