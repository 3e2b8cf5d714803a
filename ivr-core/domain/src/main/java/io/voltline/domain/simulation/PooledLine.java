package io.voltline.domain.simulation;

/**
 * The exact figures of one line before so many equal agents, with Poisson arrivals, exponential
 * talks and patience, and at most so many callers: what a simulation is held to, and what no split
 * into skills can better.
 */
public final class PooledLine {
  private static final double LONGEST_SECONDS = 1e6;

  private final double[] probability;
  private final int agents;
  private final double perSecond;
  private final double holdSeconds;

  /**
   * Solves it.
   *
   * @param givesUp chance a second with which a waiting caller gives up; 0 for never
   */
  public PooledLine(double perSecond, double holdSeconds, int agents, int lines, double givesUp) {
    this.agents = agents;
    this.perSecond = perSecond;
    this.holdSeconds = holdSeconds;
    probability = new double[lines + 1];
    probability[0] = 1;
    double sum = 1;
    for (int n = 1; n <= lines; n++) {
      double leave = Math.min(n, agents) / holdSeconds + Math.max(0, n - agents) * givesUp;
      probability[n] = probability[n - 1] * perSecond / leave;
      sum += probability[n];
    }
    for (int n = 0; n <= lines; n++) {
      probability[n] /= sum;
    }
  }

  public double blocking() {
    return probability[lines()];
  }

  /** The share of the callers with a line who have to wait. */
  public double mustWait() {
    double wait = 0;
    for (int n = agents; n < lines(); n++) {
      wait += probability[n];
    }
    return wait / (1 - blocking());
  }

  /** Of the callers with a line, those who give up included. */
  public double meanWaitSeconds() {
    return meanWaiting() / (perSecond * (1 - blocking()));
  }

  /** The share of the callers with a line who give up, when they do so at this rate. */
  public double abandonment(double givesUp) {
    return givesUp * meanWaitSeconds();
  }

  /** The wait that this share of the callers with a line don't exceed, if nobody gives up. */
  public double waitSeconds(double share) {
    double low = 0;
    double high = LONGEST_SECONDS;
    while (high - low > 1e-6) {
      double middle = (low + high) / 2;
      if (longer(middle) > 1 - share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * Who finds n callers waits until n + 1 − agents talks have ended, at a Poisson process's pace.
   */
  private double longer(double seconds) {
    double mean = seconds * agents / holdSeconds;
    double ended = Math.exp(-mean);
    double atMost = 0;
    double longer = 0;
    for (int n = agents; n < lines(); n++) {
      atMost += ended;
      longer += probability[n] * atMost;
      ended *= mean / (n - agents + 1);
    }
    return longer / (1 - blocking());
  }

  private double meanWaiting() {
    double waiting = 0;
    for (int n = agents; n <= lines(); n++) {
      waiting += (n - agents) * probability[n];
    }
    return waiting;
  }

  private int lines() {
    return probability.length - 1;
  }
}
