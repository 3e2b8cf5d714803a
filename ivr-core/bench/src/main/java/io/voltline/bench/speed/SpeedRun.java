package io.voltline.bench.speed;

import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.Overflow;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingCore;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.Strategy;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * One process of the bench: warms up, counts decisions for a while, then times each of as many.
 *
 * <p>Arguments: core, explained or naive; how many times the usual size; seconds of CPU time.
 */
public final class SpeedRun {
  private static final int CHUNK = 200;
  private static final int EXPLAINED = 40;
  private static final int COMPARED = 4_000;

  /**
   * Decisions a second.
   *
   * @param cpu of the thread's own time on a core, which neighbours on the machine take nothing
   *     from
   * @param wall of everybody's time
   */
  private record Rate(double cpu, double wall) {
    static Rate of(Shift shift, double seconds) {
      var thread = ManagementFactory.getThreadMXBean();
      long cpu = thread.getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      double decisions = 0;
      while (thread.getCurrentThreadCpuTime() - cpu < seconds * 1e9) {
        shift.work(CHUNK);
        decisions += CHUNK;
      }
      return new Rate(
          decisions / ((thread.getCurrentThreadCpuTime() - cpu) / 1e9),
          decisions / ((System.nanoTime() - wall) / 1e9));
    }
  }

  private SpeedRun() {}

  /** The command line; prints decisions a second and the latencies in microseconds. */
  public static void main(String[] arguments) {
    Size size = Size.USUAL.times(Integer.parseInt(arguments[1]));
    double seconds = Double.parseDouble(arguments[2]);
    Shift shift = new Shift(router(arguments[0], size), size);
    shift.open();
    Rate.of(shift, seconds);
    Rate rate = Rate.of(shift, seconds);
    Histogram nanos = new Histogram(3);
    for (double timed = 0; timed < rate.wall * seconds / 2; timed += CHUNK) {
      shift.work(CHUNK, nanos);
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .printf(
            Locale.ROOT,
            "%.0f %.0f %.2f %.2f %.2f %.1f%n",
            rate.cpu,
            rate.wall,
            nanos.getValueAtPercentile(50) / 1e3,
            nanos.getValueAtPercentile(99) / 1e3,
            nanos.getValueAtPercentile(99.9) / 1e3,
            nanos.getMaxValue() / 1e3);
  }

  /** Whether the naive router rings the same agents for the same calls, and how many it rang. */
  static int agree() {
    Size size = new Size(500, 20, 1_000);
    List<Command.Offer> core = offers(router("core", size), size);
    List<Command.Offer> naive = offers(router("naive", size), size);
    for (int i = 0; i < Math.max(core.size(), naive.size()); i++) {
      Command.Offer one = core.get(i);
      Command.Offer other = naive.get(i);
      if (!one.call().equals(other.call()) || !one.rings().equals(other.rings())) {
        throw new IllegalStateException("offer " + i + ": " + one + ", but naively " + other);
      }
    }
    return core.size();
  }

  private static List<Command.Offer> offers(Router router, Size size) {
    List<Command.Offer> offers = new ArrayList<>();
    Shift shift = new Shift(router, size);
    shift.watch(offers::add);
    shift.open();
    shift.work(COMPARED);
    return offers;
  }

  private static Router router(String name, Size size) {
    return switch (name) {
      case "core" -> core(0);
      case "explained" -> core(EXPLAINED);
      case "naive" -> new NaiveRouter(profile(0), size.skills());
      default -> throw new IllegalArgumentException("no router named " + name);
    };
  }

  private static Router core(int explainedAgents) {
    return new RoutingCore(profile(explainedAgents), new OfferId(0))::on;
  }

  private static RoutingProfile profile(int explainedAgents) {
    QueueRule usual =
        new QueueRule(
            new QueueId("usual"),
            Demand.of(new SkillId("usual")),
            new Strategy.LongestIdle(),
            12_000,
            0,
            3_000,
            1_000_000,
            List.of(),
            Overflow.MESSAGE);
    return new RoutingProfile(
        new RoutingProfile.Ring(4_000, 8_000, 0, 1, 2_000, 2_000),
        new RoutingProfile.Ageing(30_000, 60_000),
        15_000,
        1_800_000,
        10,
        explainedAgents,
        50,
        usual,
        Map.of());
  }
}
