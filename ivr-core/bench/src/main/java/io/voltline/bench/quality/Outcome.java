package io.voltline.bench.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** One instance, round by round: four policies before the same callers. */
record Outcome(Instance instance, List<Round> rounds) {
  /** What two runs of equal policies may differ by, for they break ties differently. */
  private static final double TIES = 1.01;

  private static final double GAP_SECONDS = 1;

  /**
   * The luck of a round strikes all.
   *
   * @param ours the production class, which picks the least needed of the idle agents
   * @param longestIdle the production class, which picks the longest idle
   * @param pooled the reference with agents who can do everything
   */
  record Round(Score ours, Score longestIdle, Score reference, Score pooled) {}

  double meanToPooled() {
    return toPooled(Round::ours, Score::meanWait);
  }

  boolean meets() {
    return meanToPooled() <= instance.most();
  }

  /** By mean, by the 99th percentile and by the gap between types, whichever agent is picked. */
  boolean neverWorse() {
    return neverWorse(Round::ours) && neverWorse(Round::longestIdle);
  }

  private boolean neverWorse(Function<Round, Score> score) {
    return toReference(score, Score::meanWait) <= TIES
        && toReference(score, Score::p99Wait) <= TIES
        && median(r -> score.apply(r).classGap() - r.reference.classGap()) <= GAP_SECONDS;
  }

  String rows() {
    return row(instance.name(), "least needed", Round::ours)
        + verdict()
        + System.lineSeparator()
        + row("", "longest idle", Round::longestIdle)
        + System.lineSeparator()
        + row("", "longest-wait-first", Round::reference);
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"instance\":\"%s\",\"meanToPooled\":%.4f,\"longestIdleToPooled\":%.4f,\"p99ToPooled\":%.4f,\"classGapSeconds\":%.2f,\"blocking\":%.5f,"
            + "\"meanToLongestWaitFirst\":%.4f,\"p99ToLongestWaitFirst\":%.4f}",
        instance.name(),
        meanToPooled(),
        toPooled(Round::longestIdle, Score::meanWait),
        toPooled(Round::ours, Score::p99Wait),
        median(r -> r.ours.classGap()),
        median(r -> r.ours.blocking()),
        toReference(Round::ours, Score::meanWait),
        toReference(Round::ours, Score::p99Wait));
  }

  private String verdict() {
    String target =
        Double.isInfinite(instance.most())
            ? ""
            : String.format(
                Locale.ROOT, "  ≤ %.2f %s", instance.most(), meets() ? "met" : "missed");
    return target + (neverWorse() ? "" : "  worse than longest-wait-first");
  }

  private String row(String name, String policy, Function<Round, Score> score) {
    double[] means =
        rounds.stream()
            .mapToDouble(r -> score.apply(r).meanWait() / r.pooled.meanWait())
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT,
        "%-18s %-18s %6.3f (%.3f–%.3f) %8.3f %10.1f %9.4f",
        name,
        policy,
        toPooled(score, Score::meanWait),
        means[0],
        means[means.length - 1],
        toPooled(score, Score::p99Wait),
        median(r -> score.apply(r).classGap()),
        median(r -> score.apply(r).blocking()));
  }

  private double toPooled(Function<Round, Score> score, ToDoubleFunction<Score> figure) {
    return median(r -> figure.applyAsDouble(score.apply(r)) / figure.applyAsDouble(r.pooled));
  }

  private double toReference(Function<Round, Score> score, ToDoubleFunction<Score> figure) {
    return median(r -> figure.applyAsDouble(score.apply(r)) / figure.applyAsDouble(r.reference));
  }

  double median(ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
