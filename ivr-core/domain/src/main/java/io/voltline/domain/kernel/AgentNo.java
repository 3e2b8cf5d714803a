package io.voltline.domain.kernel;

/**
 * An agent's number (工号), which is also the name of the agent's phone.
 *
 * @param value four digits; anything else is refused with an IllegalArgumentException
 */
public record AgentNo(String value) {
  public AgentNo {
    Ids.require(value, "[0-9]{4}", "AgentNo");
  }

  @Override
  public String toString() {
    return value;
  }
}
