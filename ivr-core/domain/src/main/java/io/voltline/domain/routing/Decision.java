package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import java.util.List;

/**
 * One look at who could take a call.
 *
 * @param atMillis milliseconds since the epoch
 * @param outcome {@code OFFERED:1001} or {@code WAIT}
 * @param candidates the agents looked at, the best first
 */
public record Decision(long atMillis, String outcome, List<Candidate> candidates) {
  public Decision {
    candidates = List.copyOf(candidates);
  }

  static Decision offered(long atMillis, AgentNo agent, List<Candidate> candidates) {
    return new Decision(atMillis, "OFFERED:" + agent, candidates);
  }

  static Decision waits(long atMillis, List<Candidate> candidates) {
    return new Decision(atMillis, "WAIT", candidates);
  }
}
