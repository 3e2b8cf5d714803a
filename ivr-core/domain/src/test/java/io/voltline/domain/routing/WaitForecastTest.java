package io.voltline.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitForecastTest {
  private final WaitForecast forecast = new WaitForecast();
  private long now = 1_000_000;

  @Test
  void saysNothingBeforeItHasSeenEnough() {
    stand(20);
    serve(7, 10_000);
    assertThat(forecast.waitMillis(1, now)).isEmpty();
    serve(1, 10_000);
    assertThat(forecast.waitMillis(1, now)).hasValue(10_000);
  }

  @Test
  void aSteadyLineTakesAsManyIntervalsAsPlaces() {
    stand(40);
    serve(20, 5_000);
    assertThat(forecast.waitMillis(6, now)).hasValue(30_000);
  }

  @Test
  void anUnsteadyLineTakesLongerThanItsMeanInFourOfFive() {
    stand(40);
    for (int i = 0; i < 10; i++) {
      serve(1, 1_000);
      serve(1, 9_000);
    }
    assertThat(forecast.waitMillis(4, now).orElseThrow()).isEqualTo(26_733);
  }

  @Test
  void aLineThatStandsStillIsExpectedToGoOnSlowly() {
    stand(40);
    serve(10, 1_000);
    now += 60_000;
    assertThat(forecast.waitMillis(1, now).orElseThrow()).isGreaterThan(6_000);
  }

  @Test
  void callsThatOverflowAreNoPace() {
    stand(40);
    serve(10, 5_000);
    for (int i = 0; i < 20; i++) {
      forecast.dropped();
    }
    assertThat(forecast.waitMillis(2, now)).hasValue(10_000);
  }

  @Test
  void forgetsAfterHalfAnHour() {
    stand(40);
    serve(10, 1_000);
    now += 31 * 60_000;
    assertThat(forecast.waitMillis(1, now)).isEmpty();
  }

  @Test
  void timeWithNobodyInLineIsNoPace() {
    stand(1);
    serve(1, 1_000);
    for (int i = 0; i < 9; i++) {
      now += 600_000;
      stand(1);
      serve(1, 1_000);
    }
    stand(2);
    assertThat(forecast.waitMillis(1, now)).isEmpty();
  }

  private void stand(int callers) {
    for (int i = 0; i < callers; i++) {
      forecast.joined(now);
    }
  }

  private void serve(int callers, long everyMillis) {
    for (int i = 0; i < callers; i++) {
      now += everyMillis;
      forecast.left(now);
    }
  }
}
