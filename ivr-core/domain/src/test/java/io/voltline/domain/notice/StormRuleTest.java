package io.voltline.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StormRuleTest {
  private static final Instant TEN = Instant.parse("2026-11-21T02:00:00Z");
  private static final StormRule RULE = new StormRule(12, 15, 60, Duration.ofMinutes(15));

  @ParameterizedTest
  @CsvSource({
    // No history: 15 are taken as usual.
    "'', 15, 180",
    "'0 0', 15, 180",
    // Two calls an hour: no storm at 24 calls.
    "'2 2 2', 0.1667, 60",
    "'0 0 0 0', 0, 60",
    // A city: 180 an hour.
    "'180 170 190', 15, 180",
    // The storm of one day is no usual day.
    "'180 2160 180 180', 15, 180",
    "'120 240 2400 0', 15, 180",
    "'1200 1200 1200', 100, 1200"
  })
  void theUsualIsTheMiddleOfEarlierDays(String days, double usual, long begins) {
    List<Long> calls =
        days.isEmpty() ? List.of() : List.of(days.split(" ")).stream().map(Long::valueOf).toList();
    assertThat(RULE.usual(calls)).isCloseTo(usual, within(0.001));
    assertThat(RULE.begins(RULE.usual(calls))).isEqualTo(begins);
  }

  @ParameterizedTest
  @CsvSource({
    // lately, longer, usual, was on, for minutes, is on
    "179, 179, 15, false, 100, false",
    "180, 180, 15, false, 100, true",
    "180, 180, 15, false, 0, true",
    "24, 24, 0.1667, false, 100, false",
    "59, 59, 0, false, 100, false",
    "60, 60, 0, false, 100, true",
    "0, 0, 15, true, 14, true",
    "0, 0, 15, true, 15, false",
    "0, 269, 15, true, 15, false",
    "0, 270, 15, true, 15, true",
    "100, 300, 15, true, 600, true",
    "0, 89, 0, true, 600, false",
    "0, 90, 0, true, 600, true"
  })
  void itBeginsAtManyTimesTheUsualAndEndsWhenItHasBeenCalm(
      long lately, long longer, double usual, boolean was, long minutes, boolean is) {
    var before = new Storm(was, TEN.minus(Duration.ofMinutes(minutes)));
    Storm now = RULE.next(before, new StormRule.Rate(lately, longer, usual), TEN);
    assertThat(now.on()).isEqualTo(is);
    assertThat(now.since()).isEqualTo(was == is ? before.since() : TEN);
  }

  /** Waves of four minutes that each pass the mark: one storm, and not one a wave. */
  @Test
  void wavesAreOneStorm() {
    var storm = new Storm(false, TEN);
    int changes = 0;
    for (long second = 0; second < 7_200; second += 2) {
      Storm next =
          RULE.next(
              storm,
              new StormRule.Rate(waves(second, StormRule.WINDOW), waves(second, RULE.calm()), 15),
              TEN.plusSeconds(second));
      changes += next.on() == storm.on() ? 0 : 1;
      storm = next;
    }
    assertThat(changes).as("it begins, and ends in the second hour").isEqualTo(2);
    assertThat(storm.on()).isFalse();
  }

  /** For an hour one call a second for four minutes, then none for four. */
  private static long waves(long now, Duration window) {
    return LongStream.range(Math.max(0, now - window.toSeconds()), now)
        .filter(second -> second < 3_600 && second % 480 < 240)
        .count();
  }

  @Test
  void aUsualDayIsNoStorm() {
    assertThatThrownBy(() -> new StormRule(1, 15, 60, Duration.ofMinutes(15)))
        .hasMessageContaining("1 times 15");
    assertThatThrownBy(() -> new StormRule(12, 0, 60, Duration.ofMinutes(15)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StormRule(12, 15, 0, Duration.ofMinutes(15)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StormRule(12, 15, 60, Duration.ofMinutes(4)))
        .hasMessageContaining("PT4M");
    assertThat(RULE.usual(Collections.nCopies(StormRule.DAYS, 12L))).isEqualTo(1);
  }
}
