package io.voltline.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Many short random histories against everything that must hold whatever happens. */
class RandomHistoriesTest {
  private static final int HISTORIES = 10_000;

  /** Set {@code -Dvoltline.seed=N} to replay the one history that a failure names. */
  @Test
  void whateverHappensNobodyIsLostAndNothingIsStuck() {
    Long only = Long.getLong("voltline.seed");
    if (only != null) {
      run(only);
      return;
    }
    long first = System.nanoTime();
    for (long seed = first; seed < first + HISTORIES; seed++) {
      run(seed);
    }
  }

  private static void run(long seed) {
    try {
      RandomHistory history = new RandomHistory(seed);
      history.live();
      history.settle();
      assertThat(RandomHistory.replay(history.journal()))
          .as("the same journal gives the same commands")
          .isEqualTo(history.commands());
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("replay with -Dvoltline.seed=" + seed, e);
    }
  }
}
