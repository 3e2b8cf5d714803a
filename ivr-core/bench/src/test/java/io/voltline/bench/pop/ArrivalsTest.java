package io.voltline.bench.pop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each way a pop may go is told apart, and it is late by the clock it was due by. */
class ArrivalsTest {
  private static final Schedule SCHEDULE = new Schedule(1_000_000, 100, 3, 7);

  private final Arrivals arrivals = new Arrivals(SCHEDULE);

  @Test
  void aPopIsAsLateAsItIsDecodedAfterItWasDue() {
    arrive(8, Duration.ofMillis(4));
    assertThat(arrivals.micros().getMaxValue()).isBetween(3_990L, 4_010L);
    assertThat(arrivals.lost()).isEqualTo(2);
    assertThat(arrivals.astray()).isZero();
  }

  @Test
  void dueByTheClockWhateverBecameOfThoseBefore() {
    assertThat(SCHEDULE.dueNanos(7)).isEqualTo(1_000_000);
    assertThat(SCHEDULE.dueNanos(9)).isEqualTo(21_000_000);
    assertThat(Schedule.parse(SCHEDULE.text())).isEqualTo(SCHEDULE);
  }

  @Test
  void oneThatComesTwiceCountsOnce() {
    arrive(7, Duration.ZERO);
    arrive(7, Duration.ofMillis(1));
    assertThat(arrivals.twice()).isOne();
    assertThat(arrivals.lost()).isEqualTo(2);
  }

  @Test
  void anotherAgentsPopIsAstray() {
    String other = Floor.agentNo(Floor.agentFor(8));
    arrivals.pop(Moments.call(7).value(), Floor.agentNo(Floor.agentFor(7)), other, 1_000_000);
    arrivals.pop(Moments.call(7).value(), other, other, 1_000_000);
    assertThat(arrivals.astray()).isEqualTo(2);
    assertThat(arrivals.lost()).isEqualTo(3);
  }

  @Test
  void aPopOfAnotherScheduleIsAstray() {
    arrive(6, Duration.ZERO);
    arrive(10, Duration.ZERO);
    assertThat(arrivals.astray()).isEqualTo(2);
  }

  private void arrive(int call, Duration late) {
    String agentNo = Floor.agentNo(Floor.agentFor(call));
    arrivals.pop(
        Moments.call(call).value(), agentNo, agentNo, SCHEDULE.dueNanos(call) + late.toNanos());
  }
}
