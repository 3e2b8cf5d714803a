package io.voltline.bench.pop;

import io.voltline.bench.Figures;
import io.voltline.bench.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ops/bench pop}: from when a screen-pop is due until it is decoded at its agent's desk, of
 * 2,000 that are connected, with the whole wall going out to supervisors once a second. The
 * engine's own web server and a bare Netty server that sends the same bytes by the same clock take
 * turns, each in a fresh process a round; the desks are a third one.
 *
 * <p>Arguments: rounds, slices a turn, seconds a slice, folder for what the servers need, file for
 * the result, file for what the servers complain of, options of the servers' machines.
 */
public final class PopBench {
  private static final double MOST_TIMES = 2;
  private static final double MOST_MILLIS = 10;

  /** Slices that are not counted, until a server has compiled what it runs. */
  private static final int WARM_UP = 3;

  private final Turns usual = new Turns(Server.VOLTLINE, Load.USUAL);
  private final Turns usualPeer = new Turns(Server.NETTY, Load.USUAL);
  private final Turns busy = new Turns(Server.VOLTLINE, Load.BUSY);
  private final Turns busyPeer = new Turns(Server.NETTY, Load.BUSY);
  private final Turns besideSlow = new Turns(Server.VOLTLINE, Load.BESIDE_SLOW);
  private final int slices;
  private final Duration slice;
  private final Path folder;
  private final List<String> jvm;
  private final File log;
  private int closedAsSlow;

  private PopBench(int slices, Duration slice, Path folder, List<String> jvm, File log) {
    this.slices = slices;
    this.slice = slice;
    this.folder = folder;
    this.jvm = jvm;
    this.log = log;
  }

  /** The command line. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var bench =
        new PopBench(
            Integer.parseInt(arguments[1]),
            Duration.ofSeconds(Integer.parseInt(arguments[2])),
            Path.of(arguments[3]),
            List.of(arguments).subList(6, arguments.length),
            new File(arguments[5]));
    for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
      bench.round();
    }
    out.println(Turns.head());
    bench.all().forEach(turns -> out.println(turns.row()));
    out.println(bench.slowInWords());
    String verdict = bench.verdict();
    bench.write(Path.of(arguments[4]), verdict);
    out.println(verdict);
    System.exit(bench.pass() ? 0 : 1);
  }

  private void round() throws IOException, InterruptedException {
    try (Bout voltline = bout(Server.VOLTLINE)) {
      warmUp(voltline);
      voltline.samples().write(folder);
      try (Bout netty = bout(Server.NETTY)) {
        warmUp(netty);
        duel(voltline, usual, netty, usualPeer);
        duel(voltline, busy, netty, busyPeer);
      }
      besideSlow(voltline);
    }
  }

  private Bout bout(Server server) throws IOException, InterruptedException {
    List<String> arguments = List.of(server.name(), folder.toString());
    return new Bout(ServerProcess.start(ServerMain.class, arguments, jvm, log));
  }

  private void warmUp(Bout bout) throws IOException, InterruptedException {
    var uncounted = new Turn();
    for (int i = 0; i < WARM_UP; i++) {
      bout.slice(Load.BUSY, slice, uncounted);
    }
  }

  /** In turns, so that a neighbour's work hits both. */
  private void duel(Bout one, Turns its, Bout other, Turns others)
      throws IOException, InterruptedException {
    Turn turn = its.next();
    Turn otherTurn = others.next();
    for (int i = 0; i < slices; i++) {
      one.slice(its.load(), slice, turn);
      other.slice(others.load(), slice, otherTurn);
    }
  }

  private void besideSlow(Bout voltline) throws IOException, InterruptedException {
    Turn turn = besideSlow.next();
    voltline.slow(besideSlow.load().slowDesks());
    for (int i = 0; i < slices; i++) {
      voltline.slice(besideSlow.load(), slice, turn);
    }
    closedAsSlow += voltline.closedAsSlow();
  }

  private List<Turns> all() {
    return List.of(usual, usualPeer, busy, busyPeer, besideSlow);
  }

  private boolean pass() {
    return Stream.of(usual.times(usualPeer), busy.times(busyPeer))
            .allMatch(times -> times.median() <= MOST_TIMES)
        && Stream.of(usual, busy).allMatch(turns -> turns.p99().median() <= MOST_MILLIS)
        && wrong() == 0;
  }

  private int wrong() {
    return usual.wrong() + busy.wrong() + besideSlow.wrong();
  }

  private int slowDesks() {
    return besideSlow.all().size() * besideSlow.load().slowDesks();
  }

  private String slowInWords() {
    Figures times = besideSlow.times(busy);
    return String.format(
        Locale.ROOT,
        "beside desks that do not read p99 is %.2f × (%.2f–%.2f) that without them; %d of %d were closed",
        times.median(),
        times.least(),
        times.most(),
        closedAsSlow,
        slowDesks());
  }

  private String verdict() {
    return String.format(
        Locale.ROOT,
        "pop: p99 %.2f ms at 100/s, %.2f ms at 500/s, %s and %s × bare Netty; %d lost or astray"
            + " (target ≤ %.0f ms, ≤ %.0f ×, 0) %s",
        usual.p99().median(),
        busy.p99().median(),
        words(usual.times(usualPeer)),
        words(busy.times(busyPeer)),
        wrong(),
        MOST_MILLIS,
        MOST_TIMES,
        pass() ? "PASS" : "SHORT");
  }

  private static String words(Figures times) {
    return String.format(
        Locale.ROOT, "%.2f (%.2f–%.2f)", times.median(), times.least(), times.most());
  }

  private void write(Path file, String verdict) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bench", "pop");
    json.put("unit", "ms");
    json.put("pass", pass());
    json.put("verdict", verdict);
    json.put("p99Millis", busy.p99().median());
    json.put("timesNetty", busy.times(busyPeer).median());
    json.put("wrong", wrong());
    json.put("slowDesks", slowDesks());
    json.put("closedAsSlow", closedAsSlow);
    json.put("turns", all().stream().map(Turns::json).toList());
    Files.writeString(file, JsonMapper.shared().writeValueAsString(json) + "\n");
  }
}
