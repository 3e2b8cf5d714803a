package io.voltline.engine.shift;

import io.voltline.domain.kernel.AgentNo;
import java.time.Instant;

/** The record of what supervisors do to agents. Returns at once. */
@FunctionalInterface
public interface Deeds {

  /**
   * Keeps one deed.
   *
   * @param act such as REST_GRANTED
   */
  void done(AgentNo by, String act, AgentNo whom, Instant at);
}
