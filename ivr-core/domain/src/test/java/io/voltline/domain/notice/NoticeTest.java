package io.voltline.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.Bilingual;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
  private static final Instant TEN = Instant.parse("2026-11-21T02:00:00Z");

  @ParameterizedTest
  @CsvSource({"-1, COMING", "0, TOLD", "59, TOLD", "60, OVER", "90, OVER"})
  void itIsToldFromItsBeginningToItsEnd(long seconds, Notice.Phase phase) {
    assertThat(notice("台风预警", Optional.of(TEN.plusSeconds(60))).phase(TEN.plusSeconds(seconds)))
        .isEqualTo(phase);
  }

  @Test
  void withoutAnEndItIsToldOn() {
    assertThat(notice("台风预警", Optional.empty()).phase(TEN.plusSeconds(1_000_000)))
        .isEqualTo(Notice.Phase.TOLD);
  }

  @Test
  void whatCannotBeToldIsRefused() {
    assertThatThrownBy(() -> notice("台风预警", Optional.of(TEN)))
        .hasMessage("until: not after the notice begins");
    assertThatThrownBy(() -> notice(" ", Optional.empty())).hasMessageContaining("1 to 500");
    assertThatThrownBy(() -> notice("长".repeat(501), Optional.empty()))
        .hasMessageContaining("1 to 500");
  }

  @Test
  void oneThatIsEndedBeforeItBeganIsOver() {
    var withdrawn =
        new Notice(
            new NoticeId("n-1"),
            new Bilingual("台风预警", "Typhoon"),
            TEN,
            Optional.of(TEN.minusSeconds(60)),
            TEN,
            "2001",
            Map.of());
    assertThat(withdrawn.phase(TEN.minusSeconds(30))).isEqualTo(Notice.Phase.OVER);
    assertThat(withdrawn.phase(TEN.plusSeconds(30))).isEqualTo(Notice.Phase.OVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../etc", "a b", "123456789012345678901234567890123"})
  void whatIsNoIdIsNone(String text) {
    assertThat(NoticeId.parse(text)).isEmpty();
    assertThatThrownBy(() -> new NoticeId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Notice notice(String zh, Optional<Instant> until) {
    return Notice.announced(
        new NoticeId("n-1"), new Bilingual(zh, "Typhoon"), TEN, until, TEN, "2001");
  }
}
