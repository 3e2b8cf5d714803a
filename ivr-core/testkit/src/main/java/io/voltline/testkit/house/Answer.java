package io.voltline.testkit.house;

import tools.jackson.databind.JsonNode;

/**
 * What the API said.
 *
 * @param status of HTTP
 * @param body JSON; missing when there is none
 */
public record Answer(int status, JsonNode body) {
  /**
   * The body of an answer that must be a success.
   *
   * @throws Refused with what the API said when it is not
   */
  public JsonNode orThrow() {
    if (status / 100 != 2) {
      throw new Refused(this);
    }
    return body;
  }

  /** {@code type} of a problem, or an empty text. */
  public String problem() {
    return body.path("type").asString("");
  }

  /** An answer that was no success. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(Answer answer) {
      super("the API answered " + answer.status() + ": " + answer.body());
    }
  }
}
