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
 * @param demands what each queue asks for that takes callers from another
 */
public record Waiting(Duration tellFirst, Duration tellEvery, Map<QueueId, Demand> demands) {
  public Waiting {
    demands = Map.copyOf(demands);
  }
}
