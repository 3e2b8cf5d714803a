package io.voltline.domain.simulation;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.QueueRequest;
import java.util.List;

/**
 * Calls that ask for the same: they are counted together, and ought to wait alike.
 *
 * @param priority 0 to 9; anything else is refused with an IllegalArgumentException
 */
public record CallClass(QueueId queue, Demand demand, int priority) {
  public CallClass {
    if (priority < 0 || priority > QueueRequest.DANGER) {
      throw new IllegalArgumentException("priority: must be 0 to 9");
    }
  }

  QueueRequest request(long queuedAtMillis) {
    return new QueueRequest(queue, demand, priority, false, List.of(), queuedAtMillis);
  }

  @Override
  public String toString() {
    return queue + " " + demand + (priority == 0 ? "" : " priority " + priority);
  }
}
