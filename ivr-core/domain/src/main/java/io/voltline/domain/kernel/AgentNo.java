package io.voltline.domain.kernel;

import java.util.regex.Pattern;

/**
 * An agent's number (工号), which is also the name of the agent's phone.
 *
 * @param value four to six digits; anything else is refused with an IllegalArgumentException
 */
public record AgentNo(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{4,6}");

  public AgentNo {
    Ids.require(value, FORM, "AgentNo");
  }

  @Override
  public String toString() {
    return value;
  }
}
