package io.voltline.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingBudgetTest {
  private final RingBudget budget = new RingBudget(Centre.PROFILE.ring());

  @ParameterizedTest(name = "{0} ms after queueing an agent is rung for {1} ms")
  @CsvSource({
    "0, 8000", // all of the promise: the longest ring, and 4 s stay for a second agent
    "1000, 7000",
    "3999, 4001",
    "4000, 4000", // exactly two shortest rings are left
    "4001, 7999", // a second agent no longer fits: all that is left
    "7000, 5000",
    "8000, 4000", // the last chance
    "8001, 8000", // the promise is lost: whoever answers at all
    "60000, 8000",
    "-5, 8000", // queued by a clock a little ahead
  })
  void ringTimeIsCutFromWhatIsLeft(long afterQueueing, long ringMillis) {
    assertThat(budget.ringMillis(112_000, 100_000 + afterQueueing, 1)).isEqualTo(ringMillis);
  }

  @ParameterizedTest(name = "{0} ms after queueing {1} phones ring for {2} ms")
  @CsvSource({
    "0, 1, 5800", // 12 s less 2.2 s to connect less 4 s for the second
    "5800, 1, 4000", // alone, with the number announced
    "5800, 3, 6200", // together, joined at once
    "5801, 1, 8000",
  })
  void theTimeToConnectIsTakenOff(long afterQueueing, int phones, long ringMillis) {
    RingBudget shipped =
        new RingBudget(new RoutingProfile.Ring(4_000, 8_000, 2_200, 3, 2_000, 2_000));

    assertThat(shipped.ringMillis(112_000, 100_000 + afterQueueing, phones)).isEqualTo(ringMillis);
  }
}
