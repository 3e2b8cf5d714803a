package io.voltline.engine.boot;

import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.BusyReasons;
import io.voltline.engine.dispatch.Dispatcher;
import io.voltline.engine.shift.OwnDay;
import io.voltline.engine.shift.Reminders;
import io.voltline.engine.shift.RestRequests;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlAgentDays;
import io.voltline.engine.store.SqlReminders;
import io.voltline.engine.store.SqlRests;
import io.voltline.engine.store.WriteBehind;
import io.voltline.engine.talk.AuditTrail;
import io.voltline.engine.talk.TalkLog;
import io.voltline.engine.web.DeskServices;
import io.voltline.engine.web.EventHub;
import java.time.InstantSource;
import java.util.Optional;

/** An agent's day at work, wired. */
final class DayParts {
  private DayParts() {}

  static DeskServices.Day of(
      Settings settings,
      Database database,
      WriteBehind writes,
      Dispatcher dispatcher,
      EventHub events,
      TalkLog log,
      BusyReasons reasons,
      InstantSource clock) {
    return new DeskServices.Day(
        new RestRequests(
            dispatcher,
            dispatcher.live(),
            events,
            (by, act, about, at) ->
                log.audited(
                    AuditTrail.Act.on(about.agent(), at, by, act, Optional.of(about.state()))),
            reasons,
            new SqlRests(database, writes, settings.node()),
            clock),
        new OwnDay(new SqlAgentDays(database), clock, settings.zone()),
        new Reminders(new SqlReminders(database), clock));
  }
}
