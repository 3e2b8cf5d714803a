package io.voltline.engine.boot;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.alarm.AlarmWatch;
import io.voltline.engine.alarm.FloorSight;
import io.voltline.engine.alarm.HelpCalls;
import io.voltline.engine.alarm.PartWatch;
import io.voltline.engine.broadcast.Broadcasts;
import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.dispatch.Dispatcher;
import io.voltline.engine.form.LateOrders;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlAlarms;
import io.voltline.engine.store.SqlBroadcasts;
import io.voltline.engine.store.SqlFilingDays;
import io.voltline.engine.store.WriteBehind;
import io.voltline.engine.web.DeskServices;
import io.voltline.engine.web.EventHub;
import io.voltline.engine.web.HealthCheck;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What supervisors lead the floor by, wired. */
record FloorParts(
    Settings settings,
    AgentDesk agents,
    EventHub events,
    Dispatcher dispatcher,
    InstantSource clock) {

  DeskServices.Floor desks(Database database, AlarmWatch alarms) {
    return new DeskServices.Floor(
        new Broadcasts(
            new SqlBroadcasts(database),
            agents,
            () -> demands(dispatcher.profile()),
            events,
            clock),
        alarms,
        new LateOrders(new SqlFilingDays(database), clock, settings.zone()));
  }

  private static Map<QueueId, Demand> demands(RoutingProfile profile) {
    return profile.queues().values().stream()
        .collect(Collectors.toMap(QueueRule::id, QueueRule::demand));
  }

  AlarmWatch alarms(
      Database database,
      WriteBehind writes,
      Function<QueueId, Duration> promise,
      HelpCalls helps,
      List<HealthCheck> checks) {
    var parts = checks.stream().collect(Collectors.toMap(HealthCheck::name, HealthCheck::up));
    return new AlarmWatch(
        new FloorSight(agents, dispatcher.live(), promise, helps, new PartWatch(parts)),
        settings.alarms(),
        new SqlAlarms(database, writes, settings.node()),
        events,
        clock,
        settings.zone());
  }
}
