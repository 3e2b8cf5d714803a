package io.voltline.domain.simulation;

import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Callers of several classes, merged by time. */
final class PoissonCallers implements Iterator<Caller> {
  private final List<Arrivals.Load> loads;
  private final RandomGenerator random;

  /** When the next of each class comes; not rounded, or many calls a second would be too few. */
  private final double[] due;

  PoissonCallers(List<Arrivals.Load> loads, RandomGenerator random) {
    this.loads = loads;
    this.random = random;
    this.due = loads.stream().mapToDouble(load -> load.rate().next(0, random)).toArray();
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Caller next() {
    int first = 0;
    for (int i = 1; i < due.length; i++) {
      first = due[i] < due[first] ? i : first;
    }
    Arrivals.Load load = loads.get(first);
    long at = (long) due[first];
    due[first] = load.rate().next(due[first], random);
    return new Caller(at, load.asks(), load.hold().draw(random), load.patience().draw(random));
  }
}
