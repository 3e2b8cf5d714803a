package io.voltline.domain.routing;

import io.voltline.domain.kernel.SkillId;
import java.util.OptionalLong;

/**
 * A skill an agent is certified in.
 *
 * @param level 1 to 10; anything else is refused with an IllegalArgumentException
 * @param reserve the agent serves this skill only when a call opens the reserve
 * @param validUntilMillis from then on the certificate routes no more; empty for ever
 */
public record Certificate(
    SkillId skill, int level, boolean reserve, OptionalLong validUntilMillis) {
  public Certificate {
    if (level < 1 || level > 10) {
      throw new IllegalArgumentException("level of " + skill + ": must be 1 to 10");
    }
  }

  /** A certificate without an end, of an agent who serves the skill day in, day out. */
  public static Certificate of(SkillId skill, int level) {
    return new Certificate(skill, level, false, OptionalLong.empty());
  }

  /** Whether it routes at this moment, in milliseconds since 1970. */
  public boolean validAt(long nowMillis) {
    return validUntilMillis.isEmpty() || nowMillis < validUntilMillis.getAsLong();
  }
}
