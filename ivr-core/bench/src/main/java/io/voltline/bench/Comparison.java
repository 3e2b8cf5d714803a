package io.voltline.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The turns of both peers at one size; a figure of several turns is their median. */
final class Comparison {
  private static final double TIMES_QUICKER = 50;
  private static final double TIMES_FLOOR = 4;

  private final Workload load;
  private final Figures idleFloor = new Figures();
  private final Map<Peer, List<Turn>> turns = new EnumMap<>(Peer.class);

  Comparison(Workload load) {
    this.load = load;
  }

  Workload load() {
    return load;
  }

  /** The floor before each pair of turns, while nobody calls. */
  Figures idleFloor() {
    return idleFloor;
  }

  void add(Peer peer, Turn turn) {
    turns.computeIfAbsent(peer, _ -> new ArrayList<>()).add(turn);
  }

  double p99(Peer peer) {
    return of(peer, turn -> turn.match().p99()).median();
  }

  /** The 99th percentile of the floor, measured during Voltline's turns. */
  double floor() {
    return of(Peer.VOLTLINE, turn -> turn.floor().p99()).median();
  }

  double talkShare(Peer peer) {
    return of(peer, Turn::talkShare).median();
  }

  /** What Voltline's 99th percentile may be. */
  double target() {
    return Math.min(p99(Peer.APP_QUEUE) / TIMES_QUICKER, TIMES_FLOOR * floor());
  }

  /** How the target came about. */
  String targetInWords() {
    return String.format(
        Locale.ROOT,
        "≤ %.1f ms at %s: p99 ≤ 1/50 of app_queue's %.0f ms and ≤ 4 × Originate's %.1f ms",
        target(),
        load,
        p99(Peer.APP_QUEUE),
        floor());
  }

  /** Rows of the table, a peer each. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Peer peer : Peer.values()) {
      Figures p99 = of(peer, turn -> turn.match().p99());
      rows.add(
          String.format(
              Locale.ROOT,
              "%-9s %4.0f %-10s %5.0f %8.1f %8.1f %15s %8.1f %8.1f %7.3f %5.2f %5.2f",
              load,
              load.talk().toMillis() / 1e3,
              peer,
              of(peer, turn -> turn.match().count()).median(),
              of(peer, turn -> turn.match().median()).median(),
              p99.median(),
              String.format(Locale.ROOT, "%.1f–%.1f", p99.least(), p99.most()),
              of(peer, turn -> turn.floor().p99()).median(),
              idleFloor.p99(),
              talkShare(peer),
              of(peer, turn -> turn.cores().get("house")).median(),
              of(peer, turn -> turn.cores().get("others")).median()));
    }
    return rows;
  }

  /** The head of the table. */
  static String head() {
    return String.format(
        Locale.ROOT,
        "%-9s %4s %-10s %5s %8s %8s %15s %8s %8s %7s %5s %5s",
        "size",
        "talk",
        "",
        "calls",
        "p50",
        "p99",
        "min–max",
        "floor",
        "idle",
        "share",
        "cores",
        "other");
  }

  /** Everything, for a machine to read. */
  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("agents", load.agents());
    json.put("waiting", load.waiting());
    json.put("talkSeconds", load.talk().toMillis() / 1e3);
    json.put("targetMillis", target());
    json.put("idleFloor", Map.of("p50", idleFloor.median(), "p99", idleFloor.p99()));
    turns.forEach((peer, all) -> json.put(peer.toString(), all.stream().map(Turn::json).toList()));
    return json;
  }

  private Figures of(Peer peer, ToDoubleFunction<Turn> figure) {
    var figures = new Figures();
    turns.getOrDefault(peer, List.of()).forEach(turn -> figures.add(figure.applyAsDouble(turn)));
    return figures;
  }
}
