package io.voltline.engine.shift;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.desk.RestRequest;
import java.time.Instant;

/** The record of what supervisors do to agents. Returns at once. */
@FunctionalInterface
public interface Deeds {

  /**
   * Keeps one deed.
   *
   * @param act such as REST_GRANTED
   * @param about what was granted or denied, and to whom
   */
  void done(AgentNo by, String act, RestRequest about, Instant at);
}
