package io.voltline.bench.pop;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What came of one server's pops under one load in one round. */
final class Turn {
  private static final double P99 = 99;
  private static final double P99_9 = 99.9;

  private final Histogram micros = new Histogram(Duration.ofMinutes(1).toNanos() / 1_000, 3);
  private final Map<String, Double> coreSeconds = new HashMap<>();
  private double seconds;
  private int lost;
  private int astray;
  private int twice;
  private int lostWalls;

  /**
   * A slice of the turn is over.
   *
   * @param cores that were busy, by whom
   */
  void add(Arrivals arrivals, Map<String, Double> cores, double lasted) {
    micros.add(arrivals.micros());
    cores.forEach((who, busy) -> coreSeconds.merge(who, busy * lasted, Double::sum));
    seconds += lasted;
    lost += arrivals.lost();
    astray += arrivals.astray();
    twice += arrivals.twice();
    lostWalls += arrivals.lostWalls();
  }

  long pops() {
    return micros.getTotalCount();
  }

  /** Milliseconds from when a pop was due until it was decoded. */
  double p50() {
    return micros.getValueAtPercentile(50) / 1e3;
  }

  double p99() {
    return micros.getValueAtPercentile(P99) / 1e3;
  }

  double p999() {
    return micros.getValueAtPercentile(P99_9) / 1e3;
  }

  double most() {
    return micros.getMaxValue() / 1e3;
  }

  /** Processors that were busy. */
  double cores(String who) {
    return coreSeconds.getOrDefault(who, 0.0) / seconds;
  }

  /** Pops and walls that did not come, or came where or when they should not. */
  int wrong() {
    return lost + astray + twice + lostWalls;
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("pops", pops());
    json.put("p50Millis", p50());
    json.put("p99Millis", p99());
    json.put("p999Millis", p999());
    json.put("mostMillis", most());
    json.put("lost", lost);
    json.put("astray", astray);
    json.put("twice", twice);
    json.put("lostWalls", lostWalls);
    json.put("serverCores", cores("server"));
    json.put("othersCores", cores("others"));
    return json;
  }
}
