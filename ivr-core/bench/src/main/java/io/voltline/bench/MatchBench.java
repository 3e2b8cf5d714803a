package io.voltline.bench;

import io.voltline.testkit.house.House;
import io.voltline.testkit.sip.PhoneBank;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ops/bench match} and {@code ops/bench productivity}: an agent hangs up → the same agent's
 * phone gets its next INVITE, with callers always waiting; Voltline's engine and Asterisk's
 * app_queue in turns.
 *
 * <p>Arguments: project, home, address, port offset, {@code full} or {@code quick}, folder for the
 * results. The AMI secret comes by the environment variable {@code AMI_SECRET}.
 */
public final class MatchBench {
  private static final double LEAST_SHARE = 0.98;
  private static final Duration IDLE_FLOOR = Duration.ofSeconds(10);
  // Audio is music for those who wait and the announcement: with voices besides, two cores carry
  // some 160 talks. Talks are as short as the cores allow without becoming the measure themselves.
  private static final Workload SMALL =
      new Workload(10, 50, Duration.ofSeconds(3), Duration.ofSeconds(40));
  private static final Workload MIDDLE =
      new Workload(200, 1_000, Duration.ofSeconds(15), Duration.ofSeconds(30));
  private static final Workload LARGE =
      new Workload(400, 1_000, Duration.ofSeconds(30), Duration.ofSeconds(45));

  private final List<Comparison> comparisons = new ArrayList<>();
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private MatchBench() {}

  /** The command line. */
  public static void main(String[] arguments) throws IOException {
    var house =
        new House(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            arguments[2],
            Integer.parseInt(arguments[3]));
    boolean quick = arguments[4].equals("quick");
    var bench = new MatchBench();
    bench.out.println(Comparison.head());
    try (var centre = new CallCentre(house, System.getenv("AMI_SECRET"))) {
      for (Workload load : quick ? List.of(SMALL, MIDDLE) : List.of(SMALL, MIDDLE, LARGE)) {
        bench.compare(centre, load, quick ? 1 : 5);
      }
    }
    bench.tell(Path.of(arguments[5]));
  }

  private void compare(CallCentre centre, Workload load, int pairs) {
    var comparison = new Comparison(load);
    try (PhoneBank phones = centre.staff(load)) {
      for (int pair = 0; pair < pairs; pair++) {
        comparison.idleFloor().addAll(centre.idleFloor(phones, IDLE_FLOOR));
        for (Peer peer : Peer.values()) {
          comparison.add(peer, centre.turn(peer, load, phones));
        }
      }
    }
    comparisons.add(comparison);
    comparison.rows().forEach(out::println);
  }

  private void tell(Path results) throws IOException {
    Comparison slowest = most(c -> c.p99(Peer.VOLTLINE) / c.target());
    double p99 = slowest.p99(Peer.VOLTLINE);
    write(
        results.resolve("match.json"),
        p99 <= slowest.target(),
        String.format(Locale.ROOT, "match: %.1f ms (target %s)", p99, slowest.targetInWords()));
    Comparison idlest = most(c -> -c.talkShare(Peer.VOLTLINE));
    double share = idlest.talkShare(Peer.VOLTLINE);
    write(
        results.resolve("productivity.json"),
        share >= LEAST_SHARE,
        String.format(
            Locale.ROOT,
            "productivity: %.3f of the agents' time (target ≥ %.2f, at %s; app_queue %.3f)",
            share,
            LEAST_SHARE,
            idlest.load(),
            idlest.talkShare(Peer.APP_QUEUE)));
  }

  private Comparison most(ToDoubleFunction<Comparison> figure) {
    return comparisons.stream().max(Comparator.comparingDouble(figure)).orElseThrow();
  }

  private void write(Path file, boolean pass, String verdict) throws IOException {
    var json = new LinkedHashMap<String, Object>();
    json.put("pass", pass);
    json.put("verdict", verdict + (pass ? " PASS" : " SHORT"));
    json.put("sizes", comparisons.stream().map(Comparison::json).toList());
    Files.writeString(file, JsonMapper.shared().writeValueAsString(json) + "\n");
  }
}
