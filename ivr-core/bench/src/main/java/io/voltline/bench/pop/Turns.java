package io.voltline.bench.pop;

import io.voltline.bench.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All turns of one server under one load, one a round. */
record Turns(Server server, Load load, List<Turn> all) {

  Turns(Server server, Load load) {
    this(server, load, new ArrayList<>());
  }

  /** Begins the turn of another round. */
  Turn next() {
    var turn = new Turn();
    all.add(turn);
    return turn;
  }

  static String head() {
    return String.format(
        Locale.ROOT,
        "%-48s %7s %8s %-20s %8s %8s %6s %6s %6s",
        "pop due → decoded, ms",
        "pops",
        "p50",
        "p99 (min–max)",
        "p99.9",
        "most",
        "wrong",
        "server",
        "others");
  }

  /** A row of the table: medians of the rounds, but of what went wrong all, and the most of all. */
  String row() {
    Figures p99 = figures(Turn::p99);
    return String.format(
        Locale.ROOT,
        "%-48s %,7.0f %8.2f %-20s %8.2f %8.2f %6d %6.2f %6.2f",
        server + ", " + load,
        figures(Turn::pops).median(),
        figures(Turn::p50).median(),
        String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", p99.median(), p99.least(), p99.most()),
        figures(Turn::p999).median(),
        figures(Turn::most).most(),
        wrong(),
        figures(turn -> turn.cores("server")).median(),
        figures(turn -> turn.cores("others")).median());
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("server", server.toString());
    json.put("perSecond", load.perSecond());
    json.put("slowDesks", load.slowDesks());
    json.put("rounds", all.stream().map(Turn::json).toList());
    return json;
  }

  Figures p99() {
    return figures(Turn::p99);
  }

  /** The 99th percentile as a multiple of another's, round by round. */
  Figures times(Turns other) {
    var ratios = new Figures();
    for (int i = 0; i < all.size(); i++) {
      ratios.add(all.get(i).p99() / other.all.get(i).p99());
    }
    return ratios;
  }

  /** What did not come as it should, in all. */
  int wrong() {
    return all.stream().mapToInt(Turn::wrong).sum();
  }

  private Figures figures(ToDoubleFunction<Turn> figure) {
    var figures = new Figures();
    all.stream().mapToDouble(figure).forEach(figures::add);
    return figures;
  }
}
