package io.voltline.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StormSwitchTest {

  @ParameterizedTest
  @CsvSource({"ON, 0, true", "OFF, 9999, false", "AUTO, 179, false", "AUTO, 180, true"})
  void theStormIsOnByHandOrByTheRateOfCalls(StormMode mode, long calls, boolean on) {
    assertThat(new StormSwitch(mode, 15, 12).on(calls)).isEqualTo(on);
  }

  @Test
  void aUsualDayIsNoStorm() {
    assertThatThrownBy(() -> new StormSwitch(StormMode.AUTO, 15, 1))
        .hasMessageContaining("1 times 15");
    assertThatThrownBy(() -> new StormSwitch(StormMode.AUTO, 0, 12))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
