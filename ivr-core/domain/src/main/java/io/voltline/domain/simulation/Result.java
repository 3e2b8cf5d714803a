package io.voltline.domain.simulation;

import io.voltline.domain.routing.BreachCause;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What came of a scenario. The waits are those of the answered, from the arrival until the caller
 * hears the agent.
 *
 * @param totals how many calls there were, and how they ended
 * @param serviceLevels by {@link #WITHIN_SECONDS}: answered within Y ÷ (answered + abandoned after
 *     Y); calls blocked or turned away are counted nowhere in it
 * @param abandonment of the calls that got a line
 * @param occupancy talk and after-call work ÷ time signed in
 * @param classGapSeconds how much longer the class that waits longest waits in the mean than the
 *     one that waits least
 * @param breaches broken promises by cause
 */
public record Result(
    long seed,
    Totals totals,
    List<Figure> serviceLevels,
    Figure meanWaitSeconds,
    Figure medianWaitSeconds,
    Figure p99WaitSeconds,
    Figure abandonment,
    Figure blocking,
    Figure occupancy,
    Figure classGapSeconds,
    List<ClassWait> classes,
    Map<BreachCause, Long> breaches) {
  /** The seconds of the service levels. */
  public static final List<Integer> WITHIN_SECONDS = List.of(0, 12, 15, 20, 30);

  /** The time that counts is cut into so many, from which the confidence intervals come. */
  public static final int BATCHES = 20;

  /** Student's t for 19 degrees of freedom, 95 % two-sided. */
  private static final double T = 2.093;

  /** A figure of the whole, and half its 95 % confidence interval by batch means. */
  public record Figure(double value, double halfWidth) {}

  /** Mean wait of one class. */
  public record ClassWait(CallClass asks, Figure meanSeconds) {}

  /**
   * Calls by their end.
   *
   * @param turnedAway by an overflow out of routing
   * @param leftWaiting when nothing more would happen
   */
  public record Totals(
      long calls, long answered, long abandoned, long blocked, long turnedAway, long leftWaiting) {}

  static Result of(long seed, List<CallClass> classes, Batch whole, List<Batch> batches) {
    Figures figures = new Figures(whole, batches);
    return new Result(
        seed,
        new Totals(
            whole.calls,
            whole.answered(),
            whole.abandoned(),
            whole.blocked,
            whole.turnedAway,
            whole.leftWaiting),
        WITHIN_SECONDS.stream().map(s -> figures.of(b -> b.serviceLevel(s * 1_000L))).toList(),
        figures.of(Batch::meanWaitSeconds),
        figures.of(b -> b.waitSeconds(0.5)),
        figures.of(b -> b.waitSeconds(0.99)),
        figures.of(Batch::abandonment),
        figures.of(Batch::blocking),
        figures.of(Batch::occupancy),
        figures.of(Batch::classGapSeconds),
        IntStream.range(0, classes.size())
            .mapToObj(i -> new ClassWait(classes.get(i), figures.of(b -> b.meanWaitSeconds(i))))
            .toList(),
        new TreeMap<>(whole.breaches()));
  }

  private record Figures(Batch whole, List<Batch> batches) {
    Figure of(ToDoubleFunction<Batch> figure) {
      double mean = batches.stream().mapToDouble(figure).average().orElseThrow();
      double squares =
          batches.stream().mapToDouble(figure).map(value -> (value - mean) * (value - mean)).sum();
      double deviation = Math.sqrt(squares / (batches.size() - 1));
      return new Figure(figure.applyAsDouble(whole), T * deviation / Math.sqrt(batches.size()));
    }
  }
}
