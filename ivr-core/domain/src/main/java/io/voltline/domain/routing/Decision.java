package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One look at who could take a call.
 *
 * @param atMillis milliseconds since the epoch
 * @param outcome {@code OFFERED:1001}, with commas between several who ring at once, or {@code
 *     WAIT}
 * @param queue the queue the call stood in
 * @param demand what was asked of an agent at that moment, after the steps taken so far
 * @param reserveOpen whether reserve agents could be rung
 * @param promiseLeftMillis time left of the promise; negative when it was over
 * @param ringMillis how long the phones were to ring; 0 with WAIT
 * @param candidates the agents looked at, the best first
 * @param unnamed signed-in agents beyond the bound of what is kept
 */
public record Decision(
    long atMillis,
    String outcome,
    QueueId queue,
    Demand demand,
    boolean reserveOpen,
    long promiseLeftMillis,
    long ringMillis,
    List<Candidate> candidates,
    int unnamed) {
  public Decision {
    candidates = List.copyOf(candidates);
  }

  static String outcome(List<AgentNo> offered) {
    return offered.isEmpty()
        ? "WAIT"
        : "OFFERED:" + offered.stream().map(AgentNo::value).collect(Collectors.joining(","));
  }
}
