package io.voltline.engine.call;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.util.Map;

/**
 * How callers wait.
 *
 * @param tellFirst wait after which a caller is told place and wait for the first time
 * @param tellEvery from one telling to the next
 * @param choicesAfter wait after which a call-back or a message is offered where the flow has a way
 *     for it
 * @param demands what each queue asks for that takes callers from another
 */
public record Waiting(
    Duration tellFirst, Duration tellEvery, Duration choicesAfter, Map<QueueId, Demand> demands) {
  public Waiting {
    demands = Map.copyOf(demands);
  }
}
