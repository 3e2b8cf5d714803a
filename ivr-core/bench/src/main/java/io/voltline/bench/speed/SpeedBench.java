package io.voltline.bench.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code ops/bench routing}: decisions a second on one thread, the production class beside a naive
 * one, each in a fresh process, in turns. A decision is an event that makes routing choose: a talk
 * ends, and of the waiting calls one is chosen for the agent; a call is queued, and agents are
 * looked for. The events between (answer, talk, timers as they fall due) take their time and count
 * nothing.
 *
 * <p>Arguments: rounds, seconds a process, file for the result.
 */
public final class SpeedBench {
  private static final double LEAST_PER_SECOND = 1e6;
  private static final double LEAST_TO_NAIVE = 20;
  private static final double MOST_P999_MICROS = 50;
  private static final double MOST_SLOWER = 3;

  private static final int RATE = 0;
  private static final int WALL = 1;
  private static final int P50 = 2;
  private static final int P99 = 3;
  private static final int P999 = 4;

  /** What runs, and how many times the usual size. */
  private record Subject(String router, int times) {
    @Override
    public String toString() {
      return router + (times == 1 ? "" : " × " + times);
    }
  }

  private static final Subject CORE = new Subject("core", 1);
  private static final Subject NAIVE = new Subject("naive", 1);
  private static final Subject EXPLAINED = new Subject("explained", 1);
  private static final Subject LARGE = new Subject("core", 10);

  private final Map<Subject, double[][]> figures = new LinkedHashMap<>();
  private final String seconds;

  private SpeedBench(int rounds, String seconds) {
    this.seconds = seconds;
    for (int round = 0; round < rounds; round++) {
      for (Subject subject : List.of(CORE, NAIVE, EXPLAINED, LARGE)) {
        double[][] all = figures.computeIfAbsent(subject, _ -> new double[rounds][]);
        all[round] = run(subject);
      }
    }
  }

  /** The command line. */
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.printf(
        "%d offers, and the naive router rings the same agents for the same calls%n",
        SpeedRun.agree());
    var bench = new SpeedBench(Integer.parseInt(arguments[0]), arguments[1]);
    out.printf(
        "%-12s %-36s %12s %8s %8s %8s  (µs)%n",
        "", "decisions/s of CPU time (min–max)", "of wall", "p50", "p99", "p99.9");
    bench.figures.keySet().forEach(subject -> out.println(bench.row(subject)));
    double rate = bench.median(CORE, RATE);
    double toNaive = rate / bench.median(NAIVE, RATE);
    double slower = rate / bench.median(LARGE, RATE);
    double p999 = bench.median(CORE, P999);
    boolean pass =
        rate >= LEAST_PER_SECOND
            && toNaive >= LEAST_TO_NAIVE
            && p999 < MOST_P999_MICROS
            && slower <= MOST_SLOWER;
    Files.writeString(
        Path.of(arguments[2]),
        String.format(
            Locale.ROOT,
            "{\"bench\":\"routing\",\"unit\":\"decisions/s\",\"pass\":%b,\"decisionsPerSecond\":%.0f,"
                + "\"explainedPerSecond\":%.0f,\"toNaive\":%.1f,\"p999Micros\":%.2f,\"slowerAt10\":%.2f}%n",
            pass,
            rate,
            bench.median(EXPLAINED, RATE),
            toNaive,
            p999,
            slower));
    out.printf(
        Locale.ROOT,
        "routing: %.2f M decisions/s, %.0f × naive, p99.9 %.1f µs, %.1f × slower at 10 × the size"
            + " (target ≥ 1 M/s, ≥ 20 ×, < 50 µs, ≤ 3 ×; explanations off) %s%n",
        rate / 1e6,
        toNaive,
        p999,
        slower,
        pass ? "PASS" : "SHORT");
    if (!pass) {
      System.exit(1);
    }
  }

  private double[] run(Subject subject) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx2g",
                  // As the engine runs.
                  "-XX:+UseCompactObjectHeaders",
                  "-cp",
                  System.getProperty("java.class.path"),
                  SpeedRun.class.getName(),
                  subject.router,
                  Integer.toString(subject.times),
                  seconds)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (said.isEmpty()) {
        throw new IllegalStateException("the run of " + subject + " failed");
      }
      return Stream.of(said.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String row(Subject subject) {
    double[] rates = sorted(subject, RATE);
    return String.format(
        Locale.ROOT,
        "%-12s %-36s %,12.0f %8.2f %8.2f %8.2f",
        subject,
        String.format(
            Locale.ROOT,
            "%,.0f (%,.0f–%,.0f)",
            median(subject, RATE),
            rates[0],
            rates[rates.length - 1]),
        median(subject, WALL),
        median(subject, P50),
        median(subject, P99),
        median(subject, P999));
  }

  private double median(Subject subject, int figure) {
    double[] sorted = sorted(subject, figure);
    return sorted[sorted.length / 2];
  }

  private double[] sorted(Subject subject, int figure) {
    return Arrays.stream(figures.getOrDefault(subject, new double[0][]))
        .mapToDouble(run -> run[figure])
        .sorted()
        .toArray();
  }
}
