package io.voltline.domain.callback;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.time.Instant;

/**
 * Where somebody stands who waits for an agent.
 *
 * @param demand what the caller asks for
 * @param priority the higher, the sooner
 * @param since when the wait began; among equals the earlier comes first
 */
public record PlaceInLine(QueueId queue, Demand demand, int priority, Instant since) {

  /** The same place, of somebody who came as early as the earlier of two moments. */
  PlaceInLine sinceAtLatest(Instant moment) {
    return new PlaceInLine(queue, demand, priority, moment.isBefore(since) ? moment : since);
  }

  PlaceInLine atLeast(int otherPriority) {
    return new PlaceInLine(queue, demand, Math.max(priority, otherPriority), since);
  }
}
