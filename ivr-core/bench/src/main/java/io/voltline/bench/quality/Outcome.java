package io.voltline.bench.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** One instance, round by round: three policies before the same callers. */
record Outcome(Instance instance, List<Round> rounds) {
  /** What two runs of equal policies may differ by, for they break ties differently. */
  private static final double TIES = 1.01;

  /**
   * The luck of a round strikes all three.
   *
   * @param pooled the reference with agents who can do everything
   */
  record Round(Score ours, Score reference, Score pooled) {}

  double meanToPooled() {
    return toPooled(Round::ours, Score::meanWait);
  }

  boolean meets() {
    return meanToPooled() <= instance.most();
  }

  /** By mean, by the 99th percentile and by the gap between types. */
  boolean neverWorse() {
    return toReference(Score::meanWait) <= TIES
        && toReference(Score::p99Wait) <= TIES
        && median(r -> r.ours.classGap() - r.reference.classGap()) <= 1;
  }

  String rows() {
    return row(instance.name(), "RoutingCore", Round::ours)
        + verdict()
        + System.lineSeparator()
        + row("", "longest-wait-first", Round::reference);
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"instance\":\"%s\",\"meanToPooled\":%.4f,\"p99ToPooled\":%.4f,\"classGapSeconds\":%.2f,\"blocking\":%.5f,"
            + "\"meanToLongestWaitFirst\":%.4f,\"p99ToLongestWaitFirst\":%.4f}",
        instance.name(),
        meanToPooled(),
        toPooled(Round::ours, Score::p99Wait),
        median(r -> r.ours.classGap()),
        median(r -> r.ours.blocking()),
        toReference(Score::meanWait),
        toReference(Score::p99Wait));
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

  private double toReference(ToDoubleFunction<Score> figure) {
    return median(r -> figure.applyAsDouble(r.ours) / figure.applyAsDouble(r.reference));
  }

  double median(ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
