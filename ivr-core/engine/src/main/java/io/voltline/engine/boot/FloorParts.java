package io.voltline.engine.boot;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.broadcast.Broadcasts;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.dispatch.Dispatcher;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlBroadcasts;
import io.voltline.engine.web.DeskServices;
import io.voltline.engine.web.EventHub;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/** What supervisors lead the floor by, wired. */
final class FloorParts {
  private FloorParts() {}

  static DeskServices.Floor of(
      Database database,
      AgentDesk agents,
      EventHub events,
      Dispatcher dispatcher,
      InstantSource clock) {
    return new DeskServices.Floor(
        new Broadcasts(
            new SqlBroadcasts(database),
            agents,
            () -> demands(dispatcher.profile()),
            events,
            clock));
  }

  private static Map<QueueId, Demand> demands(RoutingProfile profile) {
    return profile.queues().values().stream()
        .collect(Collectors.toMap(QueueRule::id, QueueRule::demand));
  }
}
