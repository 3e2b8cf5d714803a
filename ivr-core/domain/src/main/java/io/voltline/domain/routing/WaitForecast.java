package io.voltline.domain.routing;

import java.util.OptionalLong;

/**
 * How long a caller at some place will wait, from the pace at which the line has been moving: the
 * sum of as many recent intervals as there are places, at a quantile. Knows nothing until it has
 * seen enough, and forgets what is old.
 */
final class WaitForecast {
  private static final int KEPT = 64;
  private static final int ENOUGH = 8;
  private static final long OLD_MILLIS = 30 * 60_000;

  /** Four of five: z of the normal distribution. */
  private static final double QUANTILE = 0.8416;

  private final long[] intervals = new long[KEPT];
  private final long[] endedAt = new long[KEPT];
  private int next;
  private int standing;
  private long sinceMillis;

  /** A call takes its stand in line. */
  void joined(long now) {
    if (standing++ == 0) {
      sinceMillis = now;
    }
  }

  /** A call leaves the line, to be rung for or because the caller gave up. */
  void left(long now) {
    intervals[next % KEPT] = now - sinceMillis;
    endedAt[next % KEPT] = now;
    next++;
    sinceMillis = now;
    standing--;
  }

  /** A call leaves the line for another queue or a message: that is no pace. */
  void dropped() {
    standing--;
  }

  /** Calls in line. */
  int standing() {
    return standing;
  }

  /** The wait of a caller at this place, 1 for the first; empty when too little is known. */
  OptionalLong waitMillis(int place, long now) {
    int known = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < Math.min(next, KEPT); i++) {
      if (now - endedAt[i] <= OLD_MILLIS) {
        known++;
        sum += intervals[i];
        squares += (double) intervals[i] * intervals[i];
      }
    }
    if (known < ENOUGH) {
      return OptionalLong.empty();
    }
    double mean = sum / known;
    double variance = Math.max(0, squares / known - mean * mean);
    // A line that has stood still for longer than usual is slower than it was.
    double pace = standing == 0 ? mean : Math.max(mean, (sum + now - sinceMillis) / (known + 1));
    return OptionalLong.of(Math.round(place * pace + QUANTILE * Math.sqrt(place * variance)));
  }
}
