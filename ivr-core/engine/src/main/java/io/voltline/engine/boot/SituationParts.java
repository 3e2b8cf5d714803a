package io.voltline.engine.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.notice.NoticeBoard;
import io.voltline.engine.notice.NoticeBook;
import io.voltline.engine.notice.NoticeRecordings;
import io.voltline.engine.notice.NoticeSounds;
import io.voltline.engine.notice.NoticeSweep;
import io.voltline.engine.notice.RecordingPhone;
import io.voltline.engine.notice.SituationDesk;
import io.voltline.engine.notice.SituationWatch;
import io.voltline.engine.notice.Storms;
import io.voltline.engine.speech.RecordedNotices;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlNotices;
import io.voltline.engine.store.SqlStorm;
import java.time.InstantSource;

/** What every caller is told or led by, and what those at the desks can do about it. */
record SituationParts(
    Settings.Situation settings,
    NoticeBook book,
    NoticeSounds sounds,
    SituationWatch watch,
    NoticeSweep sweep,
    Storms storms,
    InstantSource clock) {

  static SituationParts of(
      Settings.Situation settings, Database database, InstantSource clock, MeterRegistry metrics) {
    var storms = new SqlStorm(database);
    var notices = new SqlNotices(database);
    var sounds = new RecordedNotices(settings.sounds(), settings.takes(), clock);
    var watch = new SituationWatch(storms, notices, sounds, settings.storm(), clock, metrics);
    return new SituationParts(
        settings,
        notices,
        sounds,
        watch,
        new NoticeSweep(notices, sounds, clock),
        new Storms(storms, watch, settings.storm(), clock),
        clock);
  }

  SituationDesk desk(AgentDesk agents, RecordingPhone phone) {
    Runnable changed = watch::look;
    var board = new NoticeBoard(book, changed, clock);
    return new SituationDesk(
        storms,
        board,
        new NoticeRecordings(
            board, book, sounds, phone, agents, settings.longest(), changed, clock));
  }
}
