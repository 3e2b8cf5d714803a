package io.voltline.domain.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UrgingTest {
  private static final Instant NOW = Instant.parse("2026-09-18T02:00:00Z");
  private static final Duration PAUSE = Duration.ofMinutes(10);

  @Test
  void eachUrgingCountsOnceInTenMinutes() {
    assertThat(urging(WorkOrderStatus.DISPATCHED)).isEqualTo(new Urging.Urged(1));
    assertThat(urging(WorkOrderStatus.DISPATCHED, NOW.minus(PAUSE))).isEqualTo(new Urging.Urged(2));
    assertThat(
            urging(WorkOrderStatus.IN_WORK, NOW.minusSeconds(7200), NOW.minus(PAUSE).plusMillis(1)))
        .isEqualTo(new Urging.TooSoon(2));
  }

  @Test
  void nobodyUrgesWhatIsOver() {
    assertThat(urging(WorkOrderStatus.ARCHIVED, NOW.minusSeconds(1)))
        .isEqualTo(new Urging.Closed(1));
    assertThat(urging(WorkOrderStatus.WITHDRAWN)).isEqualTo(new Urging.Closed(0));
  }

  private static Urging urging(WorkOrderStatus status, Instant... urged) {
    var accepted = step("accept", NOW.minusSeconds(9_000));
    List<WorkOrderStep> history =
        Stream.concat(Stream.of(accepted), Stream.of(urged).map(at -> step(Urging.ACTION, at)))
            .toList();
    return Urging.of(status, history, NOW, PAUSE);
  }

  private static WorkOrderStep step(String action, Instant at) {
    return new WorkOrderStep(at, "ivr", action, WorkOrderStatus.DISPATCHED, Optional.empty());
  }
}
