package io.voltline.domain.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When the rate of calls makes a storm by itself, and when it is over. It begins at many times the
 * usual rate and ends at half of that over a longer time, so that it does not come and go.
 *
 * @param factor how many times the usual makes a storm, 2 or more
 * @param usualCalls that are taken as usual in {@link #WINDOW} until enough days tell, 1 or more
 * @param leastCalls in {@link #WINDOW} below which nothing is a storm, however few are usual
 * @param calm how long a storm lasts at least, and over which it must have become calm; {@link
 *     #WINDOW} or longer
 */
public record StormRule(int factor, int usualCalls, int leastCalls, Duration calm) {

  /** The time over which calls are counted. */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  /** The time of day around now whose calls on earlier days tell what is usual. */
  public static final Duration AROUND = Duration.ofHours(1);

  /** Over how many earlier days is looked: two weeks hold every day of the week alike. */
  public static final int DAYS = 14;

  /** Fewer days tell nothing: one storm among them would be the usual. */
  private static final int FEWEST_DAYS = 3;

  public StormRule {
    if (factor < 2 || usualCalls < 1 || leastCalls < 1 || calm.compareTo(WINDOW) < 0) {
      throw new IllegalArgumentException(
          "a storm at %d times %d calls, at least %d, calm after %s"
              .formatted(factor, usualCalls, leastCalls, calm));
    }
  }

  /**
   * Calls as they come in.
   *
   * @param lately in the last {@link #WINDOW}
   * @param longer in the last {@link #calm}
   * @param usual in {@link #WINDOW}, as {@link #usual} tells
   */
  public record Rate(long lately, long longer, double usual) {}

  /**
   * How many calls usually come in {@link #WINDOW} at this time of day: as on the middle one of the
   * earlier days, so that a storm among them does not count as usual.
   *
   * @param days calls in {@link #AROUND} of each earlier day on which the centre was there
   */
  public double usual(List<Long> days) {
    if (days.size() < FEWEST_DAYS) {
      return usualCalls;
    }
    List<Long> sorted = days.stream().sorted().toList();
    double middle = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
    return middle * WINDOW.toSeconds() / AROUND.toSeconds();
  }

  /** How many calls in {@link #WINDOW} begin a storm. */
  public long begins(double usual) {
    return Math.max(leastCalls, (long) Math.ceil(usual * factor));
  }

  /** What the rate says now, after what it said before. */
  public Storm next(Storm before, Rate rate, Instant now) {
    boolean on = before.on() ? !over(before, rate, now) : rate.lately() >= begins(rate.usual());
    return on == before.on() ? before : new Storm(on, now);
  }

  private boolean over(Storm storm, Rate rate, Instant now) {
    double perWindow = (double) rate.longer() * WINDOW.toSeconds() / calm.toSeconds();
    return !now.isBefore(storm.since().plus(calm)) && perWindow < begins(rate.usual()) / 2.0;
  }
}
