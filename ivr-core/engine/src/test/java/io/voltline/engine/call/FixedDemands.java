package io.voltline.engine.call;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.util.Map;
import java.util.Optional;

/** Rules of queues that nobody changes. */
public record FixedDemands(Map<QueueId, Demand> queues) implements Demands {
  @Override
  public Optional<Demand> of(QueueId queue) {
    return Optional.ofNullable(queues.get(queue));
  }

  @Override
  public Demand asked(QueueId queue, Demand written) {
    return written;
  }
}
