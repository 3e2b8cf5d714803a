package io.voltline.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many short random histories against everything that must hold whatever happens. */
class RandomHistoriesTest {
  private static final int HISTORIES = 100_000;

  /** Set {@code -Dvoltline.seed=N} to replay the one history that a failure names. */
  @Test
  void whateverHappensNobodyIsLostAndNothingIsStuck() {
    Long only = Long.getLong("voltline.seed");
    if (only != null) {
      run(only, true);
      return;
    }
    long first = System.nanoTime();
    System.out.printf("%,d random histories from seed %d on%n", HISTORIES, first);
    LongStream.range(first, first + HISTORIES)
        .parallel()
        .forEach(seed -> run(seed, seed % 10 == 0));
  }

  private static void run(long seed, boolean twice) {
    try {
      RandomHistory history = new RandomHistory(seed);
      history.live();
      history.settle();
      if (twice) {
        assertThat(RandomHistory.replay(history.journal()))
            .as("the same journal gives the same commands")
            .isEqualTo(history.commands());
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("replay with -Dvoltline.seed=" + seed, e);
    }
  }
}
