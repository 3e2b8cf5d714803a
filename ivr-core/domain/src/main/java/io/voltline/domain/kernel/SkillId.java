package io.voltline.domain.kernel;

/**
 * A skill an agent has and a call needs.
 *
 * @param value lower-case letters, digits and hyphens; anything else is refused with an
 *     IllegalArgumentException
 */
public record SkillId(String value) {
  public SkillId {
    Ids.require(value, "[a-z][a-z0-9-]{0,31}", "SkillId");
  }

  @Override
  public String toString() {
    return value;
  }
}
