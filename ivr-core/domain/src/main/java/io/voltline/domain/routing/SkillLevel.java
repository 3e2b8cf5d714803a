package io.voltline.domain.routing;

import io.voltline.domain.kernel.SkillId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A skill and how well an agent has it.
 *
 * @param level 1 to 10; anything else is refused with an IllegalArgumentException
 */
public record SkillLevel(SkillId skill, int level) {
  public SkillLevel {
    if (level < 1 || level > 10) {
      throw new IllegalArgumentException("level of " + skill + ": must be 1 to 10");
    }
  }

  /** The same skills in an order that does not depend on the map. */
  public static List<SkillLevel> listOf(Map<SkillId, Integer> levels) {
    return levels.entrySet().stream()
        .map(e -> new SkillLevel(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(s -> s.skill().value()))
        .toList();
  }
}
