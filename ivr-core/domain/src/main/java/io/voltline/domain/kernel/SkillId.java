package io.voltline.domain.kernel;

import java.util.regex.Pattern;

/**
 * A skill an agent has and a call needs.
 *
 * @param value lower-case letters, digits and hyphens; anything else is refused with an
 *     IllegalArgumentException
 */
public record SkillId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public SkillId {
    Ids.require(value, FORM, "SkillId");
  }

  @Override
  public String toString() {
    return value;
  }
}
