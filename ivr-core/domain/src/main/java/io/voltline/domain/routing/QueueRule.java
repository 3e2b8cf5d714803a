package io.voltline.domain.routing;

import io.voltline.domain.kernel.QueueId;
import java.util.List;

/**
 * How one queue is served. Times are in milliseconds.
 *
 * @param demand what its calls ask for when they name nothing themselves
 * @param promiseMillis from queued to the caller hearing the agent, 1,000 to 600,000
 * @param wrapUpMillis limit of after-call work; 0 for none
 * @param affinityMillis how long a call waits for the agent it prefers alone, 0 or more
 * @param mostWaiting callers it holds at most; one more overflows
 * @param steps by waiting time, ascending
 */
public record QueueRule(
    QueueId id,
    Demand demand,
    Strategy strategy,
    long promiseMillis,
    long wrapUpMillis,
    long affinityMillis,
    int mostWaiting,
    List<Widening> steps,
    Overflow overflow) {
  /** Refuses figures out of range with a {@link OutOfRange} that names the figure. */
  public QueueRule {
    OutOfRange.unless("promise", promiseMillis, 1_000, 600_000);
    OutOfRange.unless("wrap-up", wrapUpMillis, 0, 86_400_000);
    OutOfRange.unless("affinity", affinityMillis, 0, 600_000);
    OutOfRange.unless("most-waiting", mostWaiting, 1, 1_000_000);
    steps = List.copyOf(steps);
  }

  /** The same rule for another queue, without the steps that belong to this one. */
  public QueueRule of(QueueId queue, Demand asked) {
    return new QueueRule(
        queue,
        asked,
        strategy,
        promiseMillis,
        wrapUpMillis,
        affinityMillis,
        mostWaiting,
        List.of(),
        overflow);
  }
}
