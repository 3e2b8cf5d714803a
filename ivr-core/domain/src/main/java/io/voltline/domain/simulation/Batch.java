package io.voltline.domain.simulation;

import io.voltline.domain.routing.BreachCause;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was counted of the calls that arrived, and of the work done, in a stretch of time. */
final class Batch {
  private final Waits[] answered;
  private final Waits abandoned = new Waits();
  private final Map<BreachCause, Long> breaches = new EnumMap<>(BreachCause.class);
  long calls;
  long blocked;
  long turnedAway;
  long leftWaiting;
  long busyMillis;
  long presentMillis;

  Batch(int classes) {
    answered = Stream.generate(Waits::new).limit(classes).toArray(Waits[]::new);
  }

  /** Everything of this one, too. */
  void add(Batch other) {
    for (int i = 0; i < answered.length; i++) {
      answered[i].addAll(other.answered[i]);
    }
    abandoned.addAll(other.abandoned);
    other.breaches.forEach((cause, count) -> breaches.merge(cause, count, Long::sum));
    calls += other.calls;
    blocked += other.blocked;
    turnedAway += other.turnedAway;
    leftWaiting += other.leftWaiting;
    busyMillis += other.busyMillis;
    presentMillis += other.presentMillis;
  }

  void answered(int callClass, long waitMillis) {
    answered[callClass].add(waitMillis);
  }

  void abandoned(long waitMillis) {
    abandoned.add(waitMillis);
  }

  void broken(BreachCause cause) {
    breaches.merge(cause, 1L, Long::sum);
  }

  Map<BreachCause, Long> breaches() {
    return breaches;
  }

  long answered() {
    return Arrays.stream(answered).mapToLong(Waits::size).sum();
  }

  long abandoned() {
    return abandoned.size();
  }

  /** Answered within Y ÷ (answered + abandoned after Y). */
  double serviceLevel(long withinMillis) {
    long within = Arrays.stream(answered).mapToLong(waits -> waits.within(withinMillis)).sum();
    return share(within, answered() + abandoned() - abandoned.within(withinMillis));
  }

  double meanWaitSeconds() {
    return mean(Arrays.stream(answered).mapToDouble(Waits::sumMillis).sum(), answered()) / 1_000;
  }

  double waitSeconds(double quantile) {
    Waits all = new Waits();
    Arrays.stream(answered).forEach(all::addAll);
    return all.quantileMillis(quantile) / 1_000;
  }

  double meanWaitSeconds(int callClass) {
    return mean(answered[callClass].sumMillis(), answered[callClass].size()) / 1_000;
  }

  /**
   * How much longer the class that waits longest waits in the mean than the one that waits least.
   */
  double classGapSeconds() {
    var means = classMeans().summaryStatistics();
    return means.getCount() == 0 ? 0 : means.getMax() - means.getMin();
  }

  /** Of the calls that got a line. */
  double abandonment() {
    return share(abandoned(), calls - blocked);
  }

  double blocking() {
    return share(blocked, calls);
  }

  double occupancy() {
    return share(busyMillis, presentMillis);
  }

  private DoubleStream classMeans() {
    return IntStream.range(0, answered.length)
        .filter(i -> answered[i].size() > 0)
        .mapToDouble(this::meanWaitSeconds);
  }

  private static double share(long part, long whole) {
    return mean((double) part, whole);
  }

  private static double mean(double sum, long count) {
    return count == 0 ? 0 : sum / count;
  }
}
