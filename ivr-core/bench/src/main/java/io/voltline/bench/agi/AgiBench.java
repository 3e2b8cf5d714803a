package io.voltline.bench.agi;

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
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ops/bench agi}: FastAGI sessions a second and at once, the engine's door beside
 * asterisk-java's own server, each in a fresh process, in turns. A session is an IVR's five
 * commands; what an engine does beside them (flow, routing, records) is not in it. The rates are
 * for the processors that neighbours left, which on a quiet machine is all of them.
 *
 * <p>Arguments: rounds, seconds a turn, file for the result, file for what the servers complain of,
 * options of the servers' machines.
 */
public final class AgiBench {
  private static final double LEAST_TIMES = 1.3;

  private static final Duration SLICE = Duration.ofSeconds(1);

  private final Turns voltline = new Turns(Server.VOLTLINE, Load.BUSY);
  private final Turns asteriskJava = new Turns(Server.ASTERISK_JAVA, Load.BUSY);
  private final Turns crowd = new Turns(Server.VOLTLINE, Load.CROWD);
  private final Turns patient = new Turns(Server.VOLTLINE, Load.PATIENT);
  private final List<Turns> crowds =
      List.of(
          crowd,
          new Turns(Server.ASTERISK_JAVA, Load.CROWD),
          new Turns(Server.ASTERISK_JAVA_WIDE, Load.CROWD),
          patient,
          new Turns(Server.ASTERISK_JAVA_WIDE, Load.PATIENT));
  private final int seconds;
  private final List<String> jvm;
  private final File log;

  private AgiBench(int seconds, List<String> jvm, File log) {
    this.seconds = seconds;
    this.jvm = jvm;
    this.log = log;
  }

  /** The command line. */
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var bench =
        new AgiBench(
            Integer.parseInt(arguments[1]),
            List.of(arguments).subList(4, arguments.length),
            new File(arguments[3]));
    for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
      bench.duel();
      bench.crowds();
    }
    out.println(Turns.head());
    bench.all().forEach(turns -> out.println(turns.row()));
    String verdict = bench.verdict();
    bench.write(Path.of(arguments[2]), verdict);
    out.println(verdict);
    if (!bench.pass()) {
      System.exit(1);
    }
  }

  /** In turns of a second, so that a neighbour's work hits both. */
  private void duel() throws IOException {
    try (Bout one = bout(voltline);
        Bout other = bout(asteriskJava)) {
      for (int slice = 0; slice < seconds; slice++) {
        one.slice(SLICE);
        other.slice(SLICE);
      }
      voltline.add(one.turn());
      asteriskJava.add(other.turn());
    }
  }

  private void crowds() throws IOException {
    for (Turns turns : crowds) {
      try (Bout bout = bout(turns)) {
        bout.slice(Duration.ofSeconds(seconds));
        turns.add(bout.turn());
      }
    }
  }

  private Bout bout(Turns turns) throws IOException {
    var bout =
        new Bout(
            ServerProcess.start(ServerMain.class, List.of(turns.server().name()), jvm, log),
            turns.load());
    bout.warmUp(Duration.ofSeconds(seconds));
    return bout;
  }

  private List<Turns> all() {
    return Stream.concat(Stream.of(voltline, asteriskJava), crowds.stream()).toList();
  }

  private boolean pass() {
    return times().median() >= LEAST_TIMES && atOnce() >= Load.PATIENT.atOnce() && failed() == 0;
  }

  private int atOnce() {
    return Math.min(crowd.inService(), patient.inService());
  }

  private int failed() {
    return voltline.failed() + crowd.failed() + patient.failed();
  }

  private Figures times() {
    return voltline.times(asteriskJava, Turn::perSecond);
  }

  private double timesIfAlone() {
    return voltline.times(asteriskJava, Turn::perFreeSecond).median();
  }

  private String verdict() {
    return String.format(
        Locale.ROOT,
        "agi: %,.0f sessions/s, %.2f × asterisk-java (%.2f–%.2f; %.2f without neighbours' work);"
            + " %,d at once, %d not served (target ≥ %.1f ×; %,d, 0) %s",
        voltline.perSecond(),
        times().median(),
        times().least(),
        times().most(),
        timesIfAlone(),
        atOnce(),
        failed(),
        LEAST_TIMES,
        Load.PATIENT.atOnce(),
        pass() ? "PASS" : "SHORT");
  }

  private void write(Path file, String verdict) throws IOException {
    var json = new LinkedHashMap<String, Object>();
    json.put("bench", "agi");
    json.put("unit", "sessions/s");
    json.put("pass", pass());
    json.put("verdict", verdict);
    json.put("perSecond", voltline.perSecond());
    json.put("timesAsteriskJava", times().median());
    json.put("timesIfAlone", timesIfAlone());
    json.put("atOnce", atOnce());
    json.put("notServed", failed());
    json.put("turns", all().stream().map(Turns::json).toList());
    Files.writeString(file, JsonMapper.shared().writeValueAsString(json) + "\n");
  }
}
