package io.voltline.engine.admin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One change that somebody made, as it is kept. It holds no secrets.
 *
 * @param by an agent number, or {@code console:} and the user
 * @param from the address of the client, {@code console} or {@code phone}
 * @param kind of what was changed, such as {@code account} or {@code flow}
 * @param subject which one: an agent number, a flow's name
 * @param before what stood there, field by field; empty when there was nothing
 * @param after what stands there now; empty when nothing does
 */
public record Change(
    long id,
    Instant at,
    String by,
    String from,
    String kind,
    String subject,
    Action action,
    Map<String, Object> before,
    Map<String, Object> after) {

  /** What is changed and how. */
  public record What(String kind, String subject, Action action) {}

  /** What was done. */
  public enum Action {
    CREATE,
    CHANGE,
    REMOVE,
    /** A password was set; neither the old nor the new one is kept. */
    PASSWORD
  }

  /**
   * Which changes are asked for; what is empty does not matter.
   *
   * @param limit 1 to 500, the newest
   */
  public record Search(
      Optional<String> by,
      Optional<String> kind,
      Optional<String> subject,
      Optional<Instant> from,
      Optional<Instant> to,
      int limit) {}
}
