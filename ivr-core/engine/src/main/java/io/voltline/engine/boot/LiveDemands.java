package io.voltline.engine.boot;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.call.Demands;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What callers ask for by the rules that routing goes by now.
 *
 * @param settled what the settings say
 */
record LiveDemands(RoutingProfile settled, Supplier<RoutingProfile> now) implements Demands {

  @Override
  public Optional<Demand> of(QueueId queue) {
    return of(queue, now.get());
  }

  @Override
  public Demand asked(QueueId queue, Demand written) {
    boolean usual = of(queue, settled).filter(written::equals).isPresent();
    return usual ? of(queue).orElse(written) : written;
  }

  private static Optional<Demand> of(QueueId queue, RoutingProfile profile) {
    return Optional.ofNullable(profile.queues().get(queue)).map(QueueRule::demand);
  }
}
