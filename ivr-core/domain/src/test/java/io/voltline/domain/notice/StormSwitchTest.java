package io.voltline.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StormSwitchTest {
  private static final Instant TEN = Instant.parse("2026-11-21T02:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "ON, false, true",
    "ON, true, true",
    "OFF, true, false",
    "AUTO, false, false",
    "AUTO, true, true"
  })
  void theStormIsOnByHandOrByTheRateOfCalls(StormMode mode, boolean rate, boolean on) {
    assertThat(new StormSwitch(mode, new Storm(rate, TEN), TEN, "2001").on()).isEqualTo(on);
  }

  @ParameterizedTest
  @CsvSource({"ON, 600, 0", "AUTO, 600, 600", "AUTO, -600, 0"})
  void sinceWhenIsTheWordOrTheRateWhicheverDecided(StormMode mode, long rate, long since) {
    var storm = new Storm(true, TEN.plusSeconds(rate));
    assertThat(new StormSwitch(mode, storm, TEN, "2001").since()).isEqualTo(TEN.plusSeconds(since));
  }
}
