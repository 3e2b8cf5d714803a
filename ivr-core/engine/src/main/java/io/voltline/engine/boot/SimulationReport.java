package io.voltline.engine.boot;

import io.voltline.domain.simulation.Result;
import java.io.PrintWriter;
import java.util.Locale;

/** The figures of a simulation as a table: value and half the 95 % confidence interval. */
final class SimulationReport {
  private final Result result;
  private final PrintWriter out;

  private SimulationReport(Result result, PrintWriter out) {
    this.result = result;
    this.out = out;
  }

  static void print(Result result, PrintWriter out) {
    SimulationReport report = new SimulationReport(result, out);
    report.calls();
    report.service();
    report.classes();
    report.breaches();
    out.printf("seed %d; ± is half the 95 %% confidence interval%n", result.seed());
  }

  private void calls() {
    Result.Totals totals = result.totals();
    out.printf("%-28s %12d%n", "calls", totals.calls());
    out.printf("%-28s %12d%n", "  answered", totals.answered());
    out.printf("%-28s %12d%n", "  abandoned", totals.abandoned());
    out.printf("%-28s %12d%n", "  blocked, no line", totals.blocked());
    out.printf("%-28s %12d%n", "  turned away by overflow", totals.turnedAway());
    out.printf("%-28s %12d%n", "  left waiting at the end", totals.leftWaiting());
  }

  private void service() {
    for (int i = 0; i < Result.WITHIN_SECONDS.size(); i++) {
      String name = "answered within " + Result.WITHIN_SECONDS.get(i) + " s";
      share(name, result.serviceLevels().get(i));
    }
    out.println("  (answered within Y ÷ (answered + abandoned after Y))");
    seconds("wait of the answered: mean", result.meanWaitSeconds());
    seconds("  median", result.medianWaitSeconds());
    seconds("  99 %", result.p99WaitSeconds());
    share("abandonment", result.abandonment());
    share("blocking", result.blocking());
    share("occupancy of the agents", result.occupancy());
  }

  private void classes() {
    seconds("gap between classes", result.classGapSeconds());
    for (Result.ClassWait one : result.classes()) {
      seconds("  " + one.asks(), one.meanSeconds());
    }
  }

  private void breaches() {
    result
        .breaches()
        .forEach((cause, count) -> out.printf("%-28s %12d%n", "promise broken: " + cause, count));
  }

  private void share(String name, Result.Figure figure) {
    line(name, 100 * figure.value(), 100 * figure.halfWidth(), "%");
  }

  private void seconds(String name, Result.Figure figure) {
    line(name, figure.value(), figure.halfWidth(), "s");
  }

  private void line(String name, double value, double halfWidth, String unit) {
    out.printf(Locale.ROOT, "%-28s %12.2f ± %.2f %s%n", name, value, halfWidth, unit);
  }
}
