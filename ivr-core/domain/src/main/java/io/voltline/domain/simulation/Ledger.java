package io.voltline.domain.simulation;

import io.voltline.domain.kernel.Check;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BreachCause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Counts what happens, by the time at which the call in question arrived. */
final class Ledger {
  private final Scenario scenario;
  private final List<CallClass> classes;
  private final Map<CallClass, Integer> classAt = new HashMap<>();
  private final List<Batch> batches;

  /** Of those who come in the warm-up, or call again after the end; never told. */
  private final Batch beyond;

  Ledger(Scenario scenario) {
    this.scenario = scenario;
    this.classes = scenario.arrivals().classes();
    classes.forEach(callClass -> classAt.put(callClass, classAt.size()));
    this.batches = Stream.generate(this::batch).limit(Result.BATCHES).toList();
    this.beyond = batch();
  }

  void comes(Visit visit) {
    of(visit).calls++;
  }

  void blocked(Visit visit) {
    of(visit).blocked++;
  }

  void turnedAway(Visit visit) {
    of(visit).turnedAway++;
  }

  void leftWaiting(Visit visit) {
    of(visit).leftWaiting++;
  }

  void abandoned(Visit visit, long waitMillis) {
    of(visit).abandoned(waitMillis);
  }

  void answered(Visit visit, long waitMillis) {
    of(visit).answered(Objects.requireNonNull(classAt.get(visit.caller.asks())), waitMillis);
  }

  void broken(Visit visit, BreachCause cause) {
    of(visit).broken(cause);
  }

  /** An agent was in this state from one time to another, which may lie in several batches. */
  void worked(AgentState state, long fromMillis, long untilMillis) {
    if (state == AgentState.SIGNED_OUT) {
      return;
    }
    boolean busy = state == AgentState.TALKING || state == AgentState.ACW;
    for (int i = Math.max(0, at(fromMillis)); i < batches.size(); i++) {
      long part = Math.min(untilMillis, begin(i + 1)) - Math.max(fromMillis, begin(i));
      if (part <= 0) {
        break;
      }
      batches.get(i).presentMillis += part;
      batches.get(i).busyMillis += busy ? part : 0;
    }
  }

  Result result(long seed) {
    Batch whole = batch();
    batches.forEach(whole::add);
    Check.that(
        whole.calls
            == whole.answered()
                + whole.abandoned()
                + whole.blocked
                + whole.turnedAway
                + whole.leftWaiting,
        "every caller ends in exactly one way");
    return Result.of(seed, classes, whole, batches);
  }

  private Batch of(Visit visit) {
    int at = at(visit.arrivedAt);
    return 0 <= at && at < batches.size() ? batches.get(at) : beyond;
  }

  private long begin(int batch) {
    return scenario.warmUpMillis() + batch * scenario.lengthMillis() / batches.size();
  }

  private int at(long millis) {
    return (int)
        Math.floorDiv((millis - scenario.warmUpMillis()) * batches.size(), scenario.lengthMillis());
  }

  private Batch batch() {
    return new Batch(classes.size());
  }
}
