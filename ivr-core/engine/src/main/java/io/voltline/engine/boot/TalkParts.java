package io.voltline.engine.boot;

import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.asterisk.DeskLines;
import io.voltline.engine.call.CallService;
import io.voltline.engine.call.Recorder;
import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.Desk;
import io.voltline.engine.desk.Role;
import io.voltline.engine.dispatch.Dispatcher;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlAudit;
import io.voltline.engine.store.WriteBehind;
import io.voltline.engine.talk.AuditTrail;
import io.voltline.engine.talk.CallOut;
import io.voltline.engine.talk.Reach;
import io.voltline.engine.talk.SupervisorDesk;
import io.voltline.engine.talk.TalkDesk;
import io.voltline.engine.talk.TalkLog;
import io.voltline.engine.talk.TalkNeighbours;
import io.voltline.engine.talk.TalkObserver;
import io.voltline.engine.talk.Talks;
import io.voltline.engine.web.DeskServices;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is spoken at the desks, and what supervisors do about it. */
record TalkParts(Settings settings, Talks talks) {

  static TalkParts of(
      Settings settings,
      Dispatcher dispatcher,
      Desk desk,
      TalkLog log,
      Recorder recorder,
      TalkObserver observer,
      DeskLines lines,
      InstantSource clock) {
    return new TalkParts(
        settings,
        new Talks(
            new TalkNeighbours(
                lines, dispatcher, dispatcher, desk.agents(), log, recorder, observer, clock)));
  }

  DeskServices.Talking desks(
      Database database,
      WriteBehind writes,
      CallService calls,
      Desk desk,
      Supplier<Set<QueueId>> queues) {
    var reach =
        new Reach(
            talks,
            settings.desk().callOut().stream()
                .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet()),
            queues);
    return new DeskServices.Talking(
        new TalkDesk(talks, reach, call -> calls.live().contains(call)),
        new CallOut(talks, reach, settings.paths().spool().toString()),
        new SupervisorDesk(talks, reach, calls, desk.signIn()),
        new AuditTrail(new SqlAudit(database, writes)));
  }
}
