package io.voltline.engine.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeAudio;
import io.voltline.domain.notice.NoticeId;
import io.voltline.domain.notice.Storm;
import io.voltline.domain.notice.StormMode;
import io.voltline.domain.notice.StormRule;
import io.voltline.domain.notice.StormSwitch;
import io.voltline.engine.desk.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SituationWatchTest {
  private static final Instant TEN = Instant.parse("2026-11-21T02:00:00Z");
  private static final StormRule RULE = new StormRule(12, 15, 60, Duration.ofMinutes(15));

  private final StormBook book = mock(StormBook.class);
  private final NoticeBook notices = mock(NoticeBook.class);
  private final NoticeSounds sounds = mock(NoticeSounds.class);
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Instant now = TEN;
  private final SituationWatch watch =
      new SituationWatch(book, notices, sounds, RULE, () -> now, metrics);

  SituationWatchTest() {
    lenient().when(book.read()).thenReturn(stands(StormMode.AUTO, false));
    lenient().when(book.earlierDays(any())).thenReturn(List.of());
    lenient().when(book.turned(any(), anyString())).thenReturn(true);
    lenient().when(notices.notOver(any())).thenReturn(List.of());
    lenient()
        .when(sounds.playedAs(anyString()))
        .thenAnswer(call -> "notices/" + call.getArgument(0));
  }

  private static StormSwitch stands(StormMode mode, boolean stormy) {
    return new StormSwitch(mode, new Storm(stormy, TEN.minusSeconds(60)), TEN, "2001");
  }

  @Test
  void nothingIsKnownBeforeTheFirstLook() {
    assertThatThrownBy(watch::storm).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> watch.notice(TEN)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aCallAsksNobody() {
    assertThat(watch.look()).isTrue();
    for (int call = 0; call < 100; call++) {
      assertThat(watch.storm()).isFalse();
      assertThat(watch.notice(TEN)).isEmpty();
    }
    verify(book, times(1)).read();
    verify(notices, times(1)).notOver(any());
  }

  @Test
  void theUsualIsLookedUpEveryTenMinutesOnly() {
    for (int look = 0; look <= 600; look += 2) {
      now = TEN.plusSeconds(look);
      watch.look();
    }
    verify(book, times(2)).earlierDays(any());
  }

  @Test
  void theRateMakesAStormAndIsNoted() {
    when(book.callsSince(any())).thenReturn(180L);
    watch.look();
    assertThat(watch.storm()).isTrue();
    assertThat(metrics.get("voltline.storm").gauge().value()).isEqualTo(1);
    verify(book).turned(new Storm(true, TEN), "180 calls in 5 min, usual 15.0, a storm from 180");
  }

  @Test
  void aWordGoesBeforeTheRateWhichIsNotedAllTheSame() {
    when(book.read()).thenReturn(stands(StormMode.OFF, false));
    when(book.callsSince(any())).thenReturn(500L);
    watch.look();
    assertThat(watch.storm()).isFalse();
    verify(book).turned(any(), anyString());
    when(book.read()).thenReturn(stands(StormMode.ON, false));
    when(book.callsSince(any())).thenReturn(0L);
    watch.look();
    assertThat(watch.storm()).isTrue();
  }

  @Test
  void whatWasSeenLastHoldsWhileTheStoreIsAway() {
    when(book.read()).thenReturn(stands(StormMode.ON, false));
    when(notices.notOver(any())).thenReturn(List.of(notice("a", 0, Map.of())));
    watch.look();
    when(book.read()).thenThrow(new Unavailable("database", new IllegalStateException()));
    assertThat(watch.look()).isFalse();
    assertThat(watch.storm()).isTrue();
    assertThat(watch.notice(TEN)).isPresent();
    assertThat(watch.notice(TEN.plusSeconds(3_600))).as("it ends by itself").isEmpty();
  }

  @Test
  void theNoticeThatBeganLastIsTold() {
    when(notices.notOver(any()))
        .thenReturn(
            List.of(
                notice("a", -60, Map.of()), notice("b", -10, Map.of()), notice("c", 5, Map.of())));
    watch.look();
    assertThat(watch.notice(TEN).orElseThrow().text().zh()).isEqualTo("b");
    assertThat(watch.notice(TEN.plusSeconds(5)).orElseThrow().text().zh()).isEqualTo("c");
    assertThat(watch.notice(TEN.minusSeconds(61))).isEmpty();
  }

  @Test
  void aRecordingIsToldInItsLanguageUnlessItIsLost() {
    var audio =
        new NoticeAudio("a-zh-1", Duration.ofSeconds(3), NoticeAudio.Source.PHONE, TEN, "2001");
    when(notices.notOver(any())).thenReturn(List.of(notice("a", 0, Map.of(Language.ZH, audio))));
    when(sounds.there("a-zh-1")).thenReturn(true);
    watch.look();
    assertThat(watch.notice(TEN).orElseThrow().sounds())
        .isEqualTo(Map.of(Language.ZH, "notices/a-zh-1"));
    when(sounds.there("a-zh-1")).thenReturn(false);
    assertThat(watch.notice(TEN).orElseThrow().sounds()).isEmpty();
  }

  @Test
  void ofTwoEnginesOneNotesTheStormAndBothSeeIt() {
    when(book.callsSince(any())).thenReturn(180L);
    when(book.turned(any(), anyString())).thenReturn(false);
    watch.look();
    assertThat(watch.storm()).isTrue();
    verify(book, never()).set(any(), any(), any());
  }

  private static Notice notice(String id, long from, Map<Language, NoticeAudio> audio) {
    return new Notice(
        new NoticeId(id),
        new Bilingual(id, id),
        TEN.plusSeconds(from),
        Optional.of(TEN.plusSeconds(3_600)),
        TEN,
        "2001",
        audio);
  }
}
