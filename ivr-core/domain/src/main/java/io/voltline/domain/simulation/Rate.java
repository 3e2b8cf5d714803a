package io.voltline.domain.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How many calls come an hour: by time of day, and in storms so many times as many. Time 0 is
 * midnight.
 *
 * @param day what holds from some time of day on, the first from midnight, ascending
 */
public record Rate(List<Piece> day, List<Storm> storms) {
  private static final long DAY_MILLIS = 86_400_000;
  private static final double HOUR_MILLIS = 3_600_000;

  /** From this time of day on. */
  public record Piece(long fromMillis, double perHour) {}

  /** An outage on the network: for some time the usual calls, times a factor. */
  public record Storm(long fromMillis, long untilMillis, double factor) {
    boolean covers(double millis) {
      return fromMillis <= millis && millis < untilMillis;
    }
  }

  /** Refuses what is no day and no storm with an IllegalArgumentException. */
  public Rate {
    day = List.copyOf(day);
    storms = List.copyOf(storms);
    require(!day.isEmpty() && day.getFirst().fromMillis == 0, "the day must begin at 0");
    for (int i = 0; i < day.size(); i++) {
      require(day.get(i).perHour >= 0, "calls an hour must not be negative");
      require(i == 0 || day.get(i).fromMillis > day.get(i - 1).fromMillis, "times must ascend");
    }
    require(day.getLast().fromMillis < DAY_MILLIS, "a day has 24 hours");
    require(day.stream().anyMatch(piece -> piece.perHour > 0), "no call ever comes");
    for (Storm storm : storms) {
      require(storm.untilMillis > storm.fromMillis, "a storm must end after it began");
      require(storm.factor > 0, "the factor of a storm must be more than 0");
    }
  }

  /** The same at any time. */
  public static Rate steady(double perHour) {
    return new Rate(List.of(new Piece(0, perHour)), List.of());
  }

  /**
   * When the next call comes: a Poisson process, stepped from one change of the rate to the next.
   */
  double next(double afterMillis, RandomGenerator random) {
    double due = random.nextExponential();
    double at = afterMillis;
    while (true) {
      double perMilli = perHour(at) / HOUR_MILLIS;
      double change = nextChange(at);
      double expected = perMilli == 0 ? 0 : perMilli * (change - at);
      if (expected > due) {
        return at + due / perMilli;
      }
      due -= expected;
      at = change;
    }
  }

  double perHour(double millis) {
    double now = day.getFirst().perHour;
    for (Piece piece : day) {
      now = piece.fromMillis <= millis % DAY_MILLIS ? piece.perHour : now;
    }
    for (Storm storm : storms) {
      now *= storm.covers(millis) ? storm.factor : 1;
    }
    return now;
  }

  private double nextChange(double millis) {
    double midnight = millis - millis % DAY_MILLIS;
    double next = day.size() == 1 ? Double.POSITIVE_INFINITY : midnight + DAY_MILLIS;
    for (Piece piece : day) {
      next = sooner(midnight + piece.fromMillis, millis, next);
    }
    for (Storm storm : storms) {
      next =
          sooner(
              (double) storm.fromMillis, millis, sooner((double) storm.untilMillis, millis, next));
    }
    return next;
  }

  private static double sooner(double change, double now, double next) {
    return change > now && change < next ? change : next;
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
