package io.voltline.domain.routing;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.Map;

/**
 * The figures routing goes by. Times are in milliseconds; a figure out of range is refused with an
 * {@link OutOfRange} that names it.
 *
 * @param promiseMillis from queued to answered, 1,000 to 600,000
 * @param minRingMillis shortest ring worth trying, 1,000 or more
 * @param maxRingMillis longest ring, not below the shortest
 * @param ringGuardMillis how much longer than told the switch may take to end a ring, 100 or more
 * @param cancelGuardMillis how long the end of a cancelled offer may take to be told, 100 or more
 * @param wrapUpMillis limit of after-call work; 0 for none
 * @param phoneRetryMillis pause after a phone that looks reachable could not be rung, 1,000 or more
 * @param explainedAgents most candidates told for a decision, 1 or more
 * @param explainedDecisions most decisions told for a call, 1 or more
 * @param queues the queues that are shown even while nobody waits, and the skill each asks for
 */
public record RoutingProfile(
    long promiseMillis,
    long minRingMillis,
    long maxRingMillis,
    long ringGuardMillis,
    long cancelGuardMillis,
    long wrapUpMillis,
    long phoneRetryMillis,
    int explainedAgents,
    int explainedDecisions,
    Map<QueueId, SkillId> queues) {

  /** A figure is not within its range. */
  public static final class OutOfRange extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String figure;

    OutOfRange(String figure, String problem) {
      super(problem);
      this.figure = figure;
    }

    /** The figure's name as the settings write it, such as {@code min-ring}. */
    public String figure() {
      return figure;
    }
  }

  public RoutingProfile {
    range("promise", promiseMillis, 1_000, 600_000);
    range("min-ring", minRingMillis, 1_000, promiseMillis);
    range("max-ring", maxRingMillis, minRingMillis, 600_000);
    range("ring-guard", ringGuardMillis, 100, 60_000);
    range("cancel-guard", cancelGuardMillis, 100, 60_000);
    range("wrap-up", wrapUpMillis, 0, 86_400_000);
    range("phone-retry", phoneRetryMillis, 1_000, 600_000);
    range("explained-agents", explainedAgents, 1, 10_000);
    range("explained-decisions", explainedDecisions, 1, 10_000);
    queues = Map.copyOf(queues);
  }

  private static void range(String name, long value, long from, long to) {
    if (value < from || value > to) {
      throw new OutOfRange(name, value + " is not within " + from + " to " + to);
    }
  }
}
