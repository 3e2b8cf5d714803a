package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.Overflow;
import io.voltline.domain.routing.QueueRequest;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.Strategy;
import java.util.List;
import java.util.Map;

/** Routing figures for tests: promise 12 s, rings of 4 s to 8 s, one queue. */
final class Profiles {
  static final QueueId GENERAL = new QueueId("general");
  static final Demand DEMAND = Demand.of(new SkillId("general"));

  static final int MOST_WAITING = 1_000;

  private Profiles() {}

  static RoutingProfile wrapUp(long millis) {
    QueueRule general =
        new QueueRule(
            GENERAL,
            DEMAND,
            new Strategy.LongestIdle(),
            12_000,
            millis,
            3_000,
            MOST_WAITING,
            List.of(),
            Overflow.MESSAGE);
    return new RoutingProfile(
        new RoutingProfile.Ring(4_000, 8_000, 0, 1, 2_000, 2_000),
        new RoutingProfile.Ageing(30_000, 60_000),
        15_000,
        3_600_000,
        10,
        40,
        50,
        general,
        Map.of(GENERAL, general));
  }

  static QueueRequest request(long queuedAtMillis) {
    return QueueRequest.usual(GENERAL, DEMAND, queuedAtMillis);
  }
}
