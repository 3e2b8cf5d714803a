package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeAudio;
import io.voltline.domain.notice.NoticeId;
import io.voltline.domain.notice.StormMode;
import io.voltline.domain.notice.StormRule;
import io.voltline.engine.admin.Change;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.notice.Author;
import io.voltline.engine.notice.NoticeBoard;
import io.voltline.engine.notice.NoticeSounds;
import io.voltline.engine.notice.SituationWatch;
import io.voltline.engine.notice.StormBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The storm switch, the rate of calls and announcements on MariaDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SituationIT {
  private static final Instant TEN = Instant.parse("2026-11-21T02:00:00Z");
  private static final StormRule RULE = new StormRule(12, 15, 60, Duration.ofMinutes(15));
  private static final Author CONSOLE = Author.atConsole("test");

  private final DatabaseSettings settings = TestMariaDb.fresh();
  private final Database database = TestMariaDb.open(settings);
  private final SqlStorm storms = new SqlStorm(database);
  private final SqlNotices notices = new SqlNotices(database);
  private Instant now = TEN;
  private SituationWatch watch = watch();
  private int calls;

  @BeforeEach
  void calm() {
    now = TEN;
    for (String table : List.of("call_record", "storm_change", "notice", "admin_change")) {
      change("DELETE FROM " + table);
    }
    change("UPDATE storm_switch SET mode = 'AUTO', stormy = FALSE, stormy_since = '2000-01-01'");
    watch = watch();
  }

  private SituationWatch watch() {
    return new SituationWatch(
        storms, notices, mock(NoticeSounds.class), RULE, () -> now, new SimpleMeterRegistry());
  }

  @AfterAll
  void stop() {
    database.close();
  }

  private void change(String sql, Object... values) {
    database.transaction(handle -> handle.execute(sql, values));
  }

  /** So many calls, one after the other within the time before a moment. */
  private void come(int count, Duration within, Instant before) {
    for (int call = 0; call < count; call++) {
      change(
          "INSERT INTO call_record (call_id, caller, arrived_at, engine_run) VALUES (?, '', ?, 1)",
          "vl1-1." + calls++,
          before.minus(within.multipliedBy(call).dividedBy(count)).minusMillis(1));
    }
  }

  private boolean storm() {
    assertThat(watch.look()).isTrue();
    return watch.storm();
  }

  @Test
  void theSwitchIsSetOnceAndKeepsWhoDid() {
    assertThat(storm()).isFalse();
    storms.set(StormMode.ON, CONSOLE, TEN);
    storms.set(StormMode.ON, Author.atConsole("other"), TEN.plusSeconds(9));
    assertThat(storm()).isTrue();
    storms.set(StormMode.OFF, CONSOLE, TEN.plusSeconds(10));
    assertThat(storm()).isFalse();
    assertThat(storms.read().changedBy()).isEqualTo("console:test");
    assertThat(storms.read().changedAt()).isEqualTo(TEN.plusSeconds(10));
    assertThat(storms.changes(10))
        .containsExactly(
            new StormBook.Change(TEN.plusSeconds(10), "console:test", StormMode.OFF, false, ""),
            new StormBook.Change(TEN, "console:test", StormMode.ON, false, ""));
    assertThat(storms.changes(1)).hasSize(1);
  }

  @Test
  void withoutHistoryTwelveTimesTheSettingIsAStorm() {
    come(180, StormRule.WINDOW, TEN);
    change("UPDATE call_record SET direction = 'BACK' WHERE call_id = ?", "vl1-1." + (calls - 1));
    assertThat(storm()).as("a line that stands in is nobody who calls").isFalse();
    come(1, StormRule.WINDOW, TEN);
    assertThat(storm()).isTrue();
  }

  @Test
  void aSmallCentreHasNoStormAtTwentyFourCalls() {
    for (int day = 1; day <= StormRule.DAYS + 1; day++) {
      come(2, Duration.ofMinutes(20), TEN.minus(Duration.ofDays(day)));
    }
    assertThat(storms.earlierDays(TEN)).hasSize(StormRule.DAYS).containsOnly(2L);
    come(24, Duration.ofMinutes(5), TEN);
    assertThat(storm()).isFalse();
    come(36, Duration.ofMinutes(5), TEN);
    assertThat(storm()).isTrue();
  }

  @Test
  void theUsualIsThatOfTheHourAndOneStormAmongTheDaysIsNone() {
    for (int day = 1; day <= 5; day++) {
      Instant that = TEN.minus(Duration.ofDays(day));
      come(day == 3 ? 400 : 72, Duration.ofMinutes(20), that);
      // Not around this time of day.
      come(30, Duration.ofMinutes(20), that.minus(Duration.ofHours(2)));
    }
    assertThat(storms.earlierDays(TEN)).containsExactlyInAnyOrder(72L, 72L, 400L, 72L, 72L);
    come(71, Duration.ofMinutes(5), TEN);
    assertThat(storm()).as("six in five minutes, times twelve").isFalse();
    come(1, Duration.ofMinutes(5), TEN);
    assertThat(storm()).isTrue();
  }

  @Test
  void aStormByTheRateLastsUntilItIsCalmAndIsNotedOnce() {
    SituationWatch other = watch();
    come(180, StormRule.WINDOW, TEN);
    assertThat(storm()).isTrue();
    assertThat(other.look()).isTrue();
    assertThat(other.storm()).isTrue();
    now = TEN.plus(Duration.ofMinutes(6));
    assertThat(storm()).as("nobody calls any more, but it goes on").isTrue();
    now = TEN.plus(Duration.ofMinutes(21));
    assertThat(storm()).isFalse();
    assertThat(storms.changes(10))
        .extracting(StormBook.Change::stormy, StormBook.Change::by)
        .containsExactly(tuple(false, "system"), tuple(true, "system"));
    assertThat(storms.changes(10).getLast().why())
        .isEqualTo("180 calls in 5 min, usual 15.0, a storm from 180");
  }

  @Test
  void noticesAreMadeToldAndEnded() throws Exception {
    var board = new NoticeBoard(notices, () -> {}, () -> now);
    var text = new Bilingual("台风预警", "Typhoon warning");
    Notice made = board.add(text, Optional.empty(), Optional.of(TEN.plusSeconds(60)), CONSOLE);
    Notice later = board.add(text, Optional.of(TEN.plusSeconds(90)), Optional.empty(), CONSOLE);
    assertThat(board.list(10)).containsExactly(later, made);
    assertThat(notices.notOver(TEN.plusSeconds(60))).containsExactly(later);
    watch.look();
    assertThat(watch.notice(TEN)).isPresent();
    assertThat(watch.notice(TEN.plusSeconds(60))).isEmpty();

    now = TEN.plusSeconds(5);
    assertThat(board.end(made.id(), CONSOLE).until()).contains(now);
    assertThat(board.end(later.id(), CONSOLE).phase(TEN.plusSeconds(100)))
        .as("it never began")
        .isEqualTo(Notice.Phase.OVER);
    assertThatThrownBy(() -> board.end(made.id(), CONSOLE))
        .isInstanceOf(Refused.class)
        .hasMessage("notice " + made.id() + " is over");
    assertThatThrownBy(() -> board.end(new NoticeId("none"), CONSOLE)).hasMessage("no notice none");
    assertThatThrownBy(() -> board.add(text, Optional.empty(), Optional.of(TEN), CONSOLE))
        .hasMessage("until: is past");
  }

  @Test
  void recordingsAreKeptByLanguageWhileTheNoticeIsNotOver() throws Exception {
    var board = new NoticeBoard(notices, () -> {}, () -> now);
    NoticeId id =
        board
            .add(new Bilingual("台风预警", "Typhoon"), Optional.empty(), Optional.empty(), CONSOLE)
            .id();
    NoticeAudio first = audio(id + "-zh-1");
    NoticeAudio second = audio(id + "-zh-2");
    assertThat(notices.keep(id, Language.ZH, first, CONSOLE, now)).isTrue();
    assertThat(notices.keep(id, Language.ZH, second, CONSOLE, now)).isTrue();
    assertThat(notices.keep(id, Language.EN, audio(id + "-en-1"), CONSOLE, now)).isTrue();
    assertThat(board.find(id).audio())
        .containsEntry(Language.ZH, second)
        .containsEntry(Language.EN, audio(id + "-en-1"));
    assertThat(notices.forget(id, Language.EN, CONSOLE, now)).isTrue();
    assertThat(notices.forget(id, Language.EN, CONSOLE, now)).isFalse();
    board.end(id, CONSOLE);
    assertThat(notices.keep(id, Language.ZH, first, CONSOLE, now)).isFalse();
    assertThat(board.find(id).audio()).containsOnlyKeys(Language.ZH);
  }

  private static NoticeAudio audio(String sound) {
    return new NoticeAudio(sound, Duration.ofMillis(4_200), NoticeAudio.Source.PHONE, TEN, "2001");
  }

  @Test
  void theOneTrailHoldsBothSidesOfNoticesAndTheStormSwitch() throws Exception {
    var board = new NoticeBoard(notices, () -> {}, () -> now);
    var text = new Bilingual("台风预警", "Typhoon");
    NoticeId id = board.add(text, Optional.empty(), Optional.empty(), CONSOLE).id();
    notices.keep(id, Language.ZH, audio("a-zh-1"), Author.onPhone(new AgentNo("2001")), now);
    now = TEN.plusSeconds(5);
    board.end(id, CONSOLE);
    assertThat(notices.end(id, CONSOLE, now)).as("over already").isFalse();
    storms.set(StormMode.ON, CONSOLE, now);
    storms.set(StormMode.ON, CONSOLE, now);

    List<Change> trail = trail();
    assertThat(trail)
        .extracting(Change::by, Change::from, Change::kind, Change::action)
        .containsExactly(
            tuple("console:test", "console", "storm", Change.Action.CHANGE),
            tuple("console:test", "console", "notice", Change.Action.CHANGE),
            tuple("2001", "phone", "notice", Change.Action.CHANGE),
            tuple("console:test", "console", "notice", Change.Action.CREATE));
    assertThat(trail.getFirst().before()).containsEntry("mode", "AUTO");
    assertThat(trail.getFirst().after()).containsEntry("mode", "ON");
    assertThat(trail.get(1).before()).containsEntry("until", "");
    assertThat(trail.get(1).after()).containsEntry("until", now.toString());
    assertThat(trail.get(2).before()).doesNotContainKey("recording.zh");
    assertThat(trail.get(2).after()).containsEntry("recording.zh", "a-zh-1");
    assertThat(trail.getLast().before()).isEmpty();
    assertThat(trail.getLast().after()).containsEntry("textZh", "台风预警");
  }

  private List<Change> trail() {
    return new SqlChanges(database)
        .list(
            new Change.Search(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10));
  }

  @Test
  void aToolUsesTheDatabaseAsItIs() {
    try (Database tool = Database.connect(settings, Duration.ofSeconds(10))) {
      assertThat(new SqlStorm(tool).read().mode()).isEqualTo(StormMode.AUTO);
    }
    var nowhere =
        new DatabaseSettings("jdbc:mariadb://127.0.0.1:1/voltline", "nobody", new Secret("x"), 2);
    assertThatThrownBy(() -> Database.connect(nowhere, Duration.ofMillis(300)))
        .isInstanceOf(Unavailable.class);
  }
}
