package io.voltline.engine.web;

import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.notice.StormRule;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.notice.NoticeBoard;
import io.voltline.engine.notice.NoticeBook;
import io.voltline.engine.notice.NoticeRecordings;
import io.voltline.engine.notice.NoticeSounds;
import io.voltline.engine.notice.RecordingPhone;
import io.voltline.engine.notice.SituationDesk;
import io.voltline.engine.notice.SituationWatch;
import io.voltline.engine.notice.StormBook;
import io.voltline.engine.notice.Storms;
import java.time.Duration;
import java.time.InstantSource;

/** What every caller hears, and what those at the desks can do about it. */
final class SituationFakes {
  private static final StormRule STORM = new StormRule(12, 15, 60, Duration.ofMinutes(15));

  final StormBook storm = mock(StormBook.class);
  final NoticeBook notices = mock(NoticeBook.class);
  final NoticeSounds sounds = mock(NoticeSounds.class);
  final RecordingPhone phone = mock(RecordingPhone.class);
  final SituationWatch watch;
  private final InstantSource clock;

  SituationFakes(InstantSource clock) {
    this.clock = clock;
    this.watch =
        new SituationWatch(storm, notices, sounds, STORM, clock, new SimpleMeterRegistry());
  }

  SituationDesk desks(AgentDesk agents) {
    Runnable changed = watch::look;
    var board = new NoticeBoard(notices, changed, clock);
    return new SituationDesk(
        new Storms(storm, watch, STORM, clock),
        board,
        new NoticeRecordings(
            board, notices, sounds, phone, agents, Duration.ofMinutes(3), changed, clock));
  }
}
