package io.voltline.domain.simulation;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** Who calls, and when. */
public sealed interface Arrivals {

  /** Every class of calls that comes. */
  List<CallClass> classes();

  /** The callers of one run, in order of time; those of a formula never end. */
  Iterator<Caller> callers(RandomGenerator random);

  /** Calls of one class, as they come and as they are. */
  record Load(CallClass asks, Rate rate, Law hold, Law patience) {}

  /**
   * Poisson arrivals of each class; no class at all is refused with an IllegalArgumentException.
   */
  record Formula(List<Load> loads) implements Arrivals {
    public Formula {
      loads = List.copyOf(loads);
      if (loads.isEmpty()) {
        throw new IllegalArgumentException("nobody calls");
      }
    }

    @Override
    public List<CallClass> classes() {
      return loads.stream().map(Load::asks).distinct().toList();
    }

    @Override
    public Iterator<Caller> callers(RandomGenerator random) {
      return new PoissonCallers(loads, random);
    }
  }

  /** A call that was recorded; what the record does not tell is drawn. */
  record Recorded(
      long atMillis, CallClass asks, OptionalLong holdMillis, OptionalLong patienceMillis) {}

  /**
   * Recorded calls.
   *
   * @param calls in order of time
   * @param hold of a call whose record does not tell
   * @param patience of a caller whose record does not tell
   */
  record Trace(List<Recorded> calls, Law hold, Law patience) implements Arrivals {
    public Trace {
      calls = List.copyOf(calls);
    }

    @Override
    public List<CallClass> classes() {
      return calls.stream().map(Recorded::asks).distinct().toList();
    }

    @Override
    public Iterator<Caller> callers(RandomGenerator random) {
      return calls.stream().map(call -> caller(call, random)).iterator();
    }

    private Caller caller(Recorded call, RandomGenerator random) {
      return new Caller(
          call.atMillis,
          call.asks,
          call.holdMillis.orElseGet(() -> hold.draw(random)),
          call.patienceMillis.orElseGet(() -> patience.draw(random)));
    }
  }
}
