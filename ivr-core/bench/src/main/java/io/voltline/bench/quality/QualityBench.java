package io.voltline.bench.quality;

import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.Overflow;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.Strategy;
import io.voltline.domain.simulation.Arrivals;
import io.voltline.domain.simulation.Caller;
import io.voltline.domain.simulation.Law;
import io.voltline.domain.simulation.PooledLine;
import io.voltline.domain.simulation.Result;
import io.voltline.domain.simulation.Scenario;
import io.voltline.domain.simulation.Simulation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * {@code ops/bench quality-of-routing}: the production routing class in the simulator, beside
 * longest-wait-first, before the same callers; both told as multiples of a pooled centre, before
 * the same callers too and held against its exact figures.
 *
 * <p>Arguments: rounds, calls a round, file for the result.
 */
public final class QualityBench {
  private static final long SEED = 95598;
  private static final long WARM_UP_MILLIS = 12 * 3_600_000;
  private static final PooledLine POOLED =
      new PooledLine(
          Instance.PER_SECOND,
          Instance.HOLD_SECONDS,
          Instance.AGENTS,
          Instance.AGENTS + Instance.PLACES,
          0);

  private final int rounds;
  private final long lengthMillis;

  private QualityBench(int rounds, long calls) {
    this.rounds = rounds;
    this.lengthMillis = Math.round(1_000 * calls / Instance.PER_SECOND);
  }

  /** The command line. */
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var bench = new QualityBench(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
    out.printf("%d rounds of %s calls, seed %d%n", bench.rounds, arguments[1], SEED);
    out.printf(
        "%-18s %-18s %-20s %8s %10s %9s%n",
        "instance", "agent picked", "mean wait ÷ pooled", "p99 ÷", "gap (s)", "blocking");
    List<Outcome> outcomes = new ArrayList<>();
    for (Instance instance : Instance.all()) {
      Outcome outcome = bench.outcome(instance);
      out.println(outcome.rows());
      outcomes.add(outcome);
    }
    Outcome two = outcomes.get(1);
    Outcome three = outcomes.get(2);
    out.printf(
        Locale.ROOT,
        "pooled, simulated: mean wait %.1f s, p99 %.1f s; exact: %.1f s, %.1f s%n",
        three.median(r -> r.pooled().meanWait()),
        three.median(r -> r.pooled().p99Wait()),
        POOLED.meanWaitSeconds(),
        POOLED.waitSeconds(0.99));
    boolean pass = outcomes.stream().allMatch(o -> o.meets() && o.neverWorse());
    Files.writeString(Path.of(arguments[2]), json(pass, outcomes));
    out.printf(
        Locale.ROOT,
        "quality-of-routing: %.3f × pooled at k=2, %.3f at k=3 (target ≤ %.2f, ≤ %.2f, never worse than"
            + " longest-wait-first) %s%n",
        two.meanToPooled(),
        three.meanToPooled(),
        two.instance().most(),
        three.instance().most(),
        pass ? "PASS" : "SHORT");
    if (!pass) {
      System.exit(1);
    }
  }

  private Outcome outcome(Instance instance) {
    List<Outcome.Round> all = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Arrivals.Trace callers = callers(instance, SEED + round);
      all.add(
          new Outcome.Round(
              ours(instance, callers, new Strategy.LeastNeeded()),
              ours(instance, callers, new Strategy.LongestIdle()),
              reference(instance, callers),
              reference(instance.pooled(), callers)));
    }
    return new Outcome(instance, all);
  }

  private Score reference(Instance instance, Arrivals.Trace callers) {
    return LongestWaitFirst.of(
        instance,
        callers.callers(new SplittableRandom(SEED)),
        WARM_UP_MILLIS,
        WARM_UP_MILLIS + lengthMillis);
  }

  /** Drawn once, so that both policies see the same callers with the same talks. */
  private Arrivals.Trace callers(Instance instance, long seed) {
    Iterator<Caller> drawn = instance.arrivals().callers(new SplittableRandom(seed));
    List<Arrivals.Recorded> calls = new ArrayList<>();
    long at = 0;
    while (at < WARM_UP_MILLIS + lengthMillis) {
      Caller caller = drawn.next();
      at = caller.atMillis();
      calls.add(
          new Arrivals.Recorded(
              at, caller.asks(), OptionalLong.of(caller.holdMillis()), OptionalLong.empty()));
    }
    return new Arrivals.Trace(calls, new Law.Never(), new Law.Never());
  }

  private Score ours(Instance instance, Arrivals callers, Strategy strategy) {
    Result result =
        Simulation.run(
            new Scenario(
                profile(strategy),
                callers,
                Scenario.Redial.NEVER,
                instance.workers(),
                Scenario.Manner.PROMPT,
                Integer.MAX_VALUE,
                WARM_UP_MILLIS,
                lengthMillis),
            SEED);
    return new Score(
        result.meanWaitSeconds().value(),
        result.p99WaitSeconds().value(),
        result.classGapSeconds().value(),
        (double) result.totals().turnedAway() / result.totals().calls());
  }

  /** As shipped, but for what the instances leave out: after-call work, and time to connect. */
  private static RoutingProfile profile(Strategy strategy) {
    QueueRule usual =
        new QueueRule(
            Instance.QUEUE,
            Demand.of(new SkillId("usual")),
            strategy,
            12_000,
            0,
            0,
            Instance.PLACES,
            List.of(),
            Overflow.MESSAGE);
    return new RoutingProfile(
        new RoutingProfile.Ring(4_000, 8_000, 0, 1, 2_000, 2_000),
        new RoutingProfile.Ageing(30_000, 60_000),
        15_000,
        1_800_000,
        10,
        0,
        1,
        usual,
        Map.of());
  }

  private static String json(boolean pass, List<Outcome> outcomes) {
    return outcomes.stream()
        .map(Outcome::json)
        .collect(
            Collectors.joining(
                ",\n  ",
                "{\"bench\":\"quality-of-routing\",\"unit\":\"× pooled\",\"pass\":"
                    + pass
                    + ",\"instances\":[\n  ",
                "]}\n"));
  }
}
