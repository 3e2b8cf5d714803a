package io.voltline.bench.agi;

import io.voltline.bench.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** All turns of one server under one load, one a round. */
record Turns(Server server, Load load, List<Turn> all) {

  Turns(Server server, Load load) {
    this(server, load, new ArrayList<>());
  }

  void add(Turn turn) {
    all.add(turn);
  }

  static String head() {
    return String.format(
        Locale.ROOT,
        "%-60s %-24s %8s %7s %7s %9s %8s %8s %8s %8s %8s %7s",
        "",
        "sessions/s (min–max)",
        "if alone",
        "CPU ms",
        "switch",
        "1st cmd",
        "at once",
        "rejected",
        "refused",
        "cut off",
        "too late",
        "others");
  }

  /** A row of the table: medians, but of sessions that were not served there are all. */
  String row() {
    Figures rates = figures(Turn::perSecond);
    return String.format(
        Locale.ROOT,
        "%-60s %-24s %8s %7.3f %7.3f %,6.0f ms %,8d %,8d %,8d %,8d %,8d %7.2f",
        server + ", " + load,
        String.format(
            Locale.ROOT, "%,.0f (%,.0f–%,.0f)", rates.median(), rates.least(), rates.most()),
        // Where the switch holds sessions, time decides how many there are, not the processors.
        load.hold().isZero()
            ? String.format(Locale.ROOT, "%,.0f", figures(Turn::perFreeSecond).median())
            : "",
        figures(turn -> turn.millisPerSession("server")).median(),
        figures(turn -> turn.millisPerSession("switch")).median(),
        figures(turn -> turn.tally().firstCommandP99()).median(),
        inService(),
        count(Tally.End.REJECTED),
        count(Tally.End.REFUSED),
        count(Tally.End.BROKEN_OFF),
        count(Tally.End.TIMED_OUT),
        figures(Turn::others).median());
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("server", server.toString());
    json.put("atOnce", load.atOnce());
    json.put("heldMillis", load.hold().toMillis());
    json.put("rounds", all.stream().map(Turn::json).toList());
    return json;
  }

  /** Sessions a second, by the clock on the wall. */
  double perSecond() {
    return figures(Turn::perSecond).median();
  }

  /** How many times as many as another server, round by round. */
  Figures times(Turns other, ToDoubleFunction<Turn> rate) {
    var ratios = new Figures();
    for (int i = 0; i < all.size(); i++) {
      ratios.add(rate.applyAsDouble(all.get(i)) / rate.applyAsDouble(other.all.get(i)));
    }
    return ratios;
  }

  /** Sessions not served, in all. */
  int failed() {
    return sum(Tally::failed);
  }

  /** The most in service at once, in the turn that had the fewest. */
  int inService() {
    return all.stream().mapToInt(turn -> turn.tally().mostInService()).min().orElse(0);
  }

  private int count(Tally.End end) {
    return sum(tally -> tally.count(end));
  }

  private int sum(ToIntFunction<Tally> figure) {
    return all.stream().map(Turn::tally).mapToInt(figure).sum();
  }

  private Figures figures(ToDoubleFunction<Turn> figure) {
    var figures = new Figures();
    all.stream().mapToDouble(figure).forEach(figures::add);
    return figures;
  }
}
