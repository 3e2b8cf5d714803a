package io.voltline.engine.boot;

import io.voltline.domain.routing.QueueRule;
import io.voltline.engine.broadcast.Broadcasts;
import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlBroadcasts;
import io.voltline.engine.web.DeskServices;
import io.voltline.engine.web.EventHub;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** What supervisors lead the floor by, wired. */
final class FloorParts {
  private FloorParts() {}

  static DeskServices.Floor of(
      Settings settings,
      Database database,
      AgentDesk agents,
      EventHub events,
      InstantSource clock) {
    var queues =
        settings.routing().queues().values().stream()
            .collect(Collectors.toMap(QueueRule::id, QueueRule::demand));
    return new DeskServices.Floor(
        new Broadcasts(new SqlBroadcasts(database), agents, queues, events, clock));
  }
}
