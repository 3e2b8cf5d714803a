package io.voltline.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures of one kind that were measured, and what is told of them. */
public final class Figures {
  private final List<Double> values = new ArrayList<>();

  public void add(double value) {
    values.add(value);
  }

  static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }

  void addAll(Figures others) {
    values.addAll(others.values);
  }

  /** Forgets what was measured so far. */
  void clear() {
    values.clear();
  }

  int count() {
    return values.size();
  }

  public double median() {
    return quantile(0.5);
  }

  /** What one of a hundred exceeds. */
  double p99() {
    return quantile(0.99);
  }

  public double least() {
    return quantile(0);
  }

  public double most() {
    return quantile(1);
  }

  /** A row of the table: name, median, least, most. */
  String row(String name) {
    return String.format(Locale.ROOT, "%-28s %8.1f %8.1f %8.1f", name, median(), least(), most());
  }

  String json() {
    return String.format(
        Locale.ROOT, "{\"median\":%.1f,\"min\":%.1f,\"max\":%.1f}", median(), least(), most());
  }

  private double quantile(double share) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }
}
