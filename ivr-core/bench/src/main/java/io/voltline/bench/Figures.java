package io.voltline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Milliseconds that were measured, and what is told of them. */
final class Figures {
  private final List<Double> values = new ArrayList<>();

  void add(double milliseconds) {
    values.add(milliseconds);
  }

  /** Forgets what was measured so far. */
  void clear() {
    values.clear();
  }

  double median() {
    return quantile(0.5);
  }

  double least() {
    return quantile(0);
  }

  double most() {
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
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }
}
