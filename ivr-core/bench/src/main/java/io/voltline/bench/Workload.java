package io.voltline.bench;

import java.time.Duration;

/**
 * How many agents work for how many waiting callers.
 *
 * @param talk from an agent's answer to the agent's hanging up, in the mean; longer than the
 *     announcement of the agent's number
 * @param window how long a turn is measured
 */
record Workload(int agents, int waiting, Duration talk, Duration window) {

  /** Callers at once. */
  int callers() {
    return agents + waiting;
  }

  @Override
  public String toString() {
    return agents + "/" + waiting;
  }
}
