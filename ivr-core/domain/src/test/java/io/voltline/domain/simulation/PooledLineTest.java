package io.voltline.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PooledLineTest {

  /** 100 calls in half an hour of 180 s, 14 agents: Erlang C has no end of the line. */
  @Test
  void withLinesEnoughItIsErlangC() {
    PooledLine line = new PooledLine(200 / 3_600.0, 180, 14, 1_000, 0);

    assertThat(line.mustWait()).isCloseTo(0.17413, within(0.00001));
    assertThat(line.meanWaitSeconds()).isCloseTo(7.836, within(0.001));
    assertThat(line.waitSeconds(0.88835)).isCloseTo(20, within(0.01));
  }

  /** Six types of 1.40 calls a minute, 10 minutes each, 90 agents and 30 more places. */
  @Test
  void withFewLinesItBlocks() {
    PooledLine line = new PooledLine(8.4 / 60, 600, 90, 120, 0);

    assertThat(line.blocking()).isCloseTo(0.0036, within(0.00005));
    assertThat(line.meanWaitSeconds() / 60).isCloseTo(0.450, within(0.0005));
    assertThat(line.waitSeconds(0.7329)).isCloseTo(30, within(0.1));
    assertThat(line.waitSeconds(0.99) / 60).isCloseTo(3.36, within(0.005));
  }
}
