package io.voltline.domain.routing;

import io.voltline.domain.kernel.SkillId;

/**
 * A skill at a level.
 *
 * @param level 1 to 10; anything else is refused with an IllegalArgumentException
 */
public record SkillLevel(SkillId skill, int level) {
  public SkillLevel {
    if (level < 1 || level > 10) {
      throw new IllegalArgumentException("level of " + skill + ": must be 1 to 10");
    }
  }

  @Override
  public String toString() {
    return skill + ":" + level;
  }
}
