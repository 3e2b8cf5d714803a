package io.voltline.domain.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Flows as graphs whose targets all exist: what is out of reach, too deep or without end. */
final class FlowShape {

  /** No caller remembers more menus than this on the way to what they want. */
  private static final int DEEPEST = 4;

  private final FlowBook book;
  private final List<Flow> callersFirst;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * By flow and outcome, the fewest menus from its start to such an end; none when out of reach.
   */
  private final Map<String, Map<String, Integer>> through = new HashMap<>();

  /** By flow, the outcomes a caller can come to who presses nothing. */
  private final Map<String, Set<String>> unasked = new HashMap<>();

  private FlowShape(FlowBook book) {
    this.book = book;
    this.callersFirst = CallGraph.callersFirst(book);
  }

  static List<Finding> check(FlowBook book) {
    var shape = new FlowShape(book);
    shape.callersFirst.reversed().forEach(shape::sumUp);
    shape.depths();
    for (Flow flow : shape.callersFirst) {
      var clean = new HashSet<String>();
      flow.nodes().keySet().forEach(id -> shape.loop(flow, id, new LinkedHashSet<>(), clean));
    }
    return shape.findings;
  }

  private void sumUp(Flow flow) {
    Map<String, Integer> menus = menusToReach(flow, 0);
    var ends = new HashMap<String, Integer>();
    menus.forEach(
        (id, depth) -> {
          if (flow.node(id) instanceof Node.End end) {
            ends.merge(end.outcome().orElse(""), depth, Math::min);
          }
        });
    through.put(flow.name(), ends);
    unasked.put(flow.name(), unaskedEnds(flow));
  }

  private Set<String> unaskedEnds(Flow flow) {
    var seen = new HashSet<String>();
    var ends = new HashSet<String>();
    Deque<String> near = new ArrayDeque<>(List.of(flow.start()));
    while (!near.isEmpty()) {
      String id = near.removeFirst();
      if (seen.add(id)) {
        if (flow.node(id) instanceof Node.End end) {
          ends.add(end.outcome().orElse(""));
        }
        byItself(flow.node(id)).forEach(near::addLast);
      }
    }
    return ends;
  }

  private void depths() {
    var base = new HashMap<String, Integer>(Map.of(book.main(), 0));
    for (Flow flow : callersFirst) {
      Map<String, Integer> menus = menusToReach(flow, base.getOrDefault(flow.name(), 0));
      for (Node node : flow.nodes().values()) {
        Integer depth = menus.get(node.id());
        if (depth == null) {
          found(flow, node.id(), "no caller can get here");
        } else if (node instanceof Node.Menu && depth > DEEPEST) {
          found(
              flow, node.id(), "menu number " + depth + " on the way, " + DEEPEST + " are allowed");
        } else if (node instanceof Node.SubFlow sub) {
          base.merge(sub.flow(), depth, Math::min);
        }
      }
    }
  }

  /** For each node that can be reached, the fewest menus on the way to it, itself included. */
  private Map<String, Integer> menusToReach(Flow flow, int base) {
    var menus = new HashMap<String, Integer>();
    Deque<String> near = new ArrayDeque<>(List.of(flow.start(), flow.goneRound()));
    near.forEach(id -> menus.put(id, base + weight(flow, id)));
    while (!near.isEmpty()) {
      String from = near.removeFirst();
      int above = menus.getOrDefault(from, 0);
      ways(flow.node(from))
          .forEach(
              (to, more) -> {
                int depth = above + more + weight(flow, to);
                if (depth < menus.getOrDefault(to, Integer.MAX_VALUE)) {
                  menus.put(to, depth);
                  near.addLast(to);
                }
              });
    }
    return menus;
  }

  private static int weight(Flow flow, String id) {
    return flow.node(id) instanceof Node.Menu ? 1 : 0;
  }

  /** Where a node leads to, and past how many menus of a sub-flow. */
  private Map<String, Integer> ways(Node node) {
    var ways = new HashMap<String, Integer>();
    if (node instanceof Node.SubFlow sub && through.containsKey(sub.flow())) {
      through
          .getOrDefault(sub.flow(), Map.of())
          .forEach((outcome, menus) -> ways.merge(back(sub, outcome), menus, Math::min));
    } else {
      node.exits().forEach(exit -> ways.put(exit.target(), 0));
    }
    return ways;
  }

  private static String back(Node.SubFlow sub, String outcome) {
    return sub.to().getOrDefault(outcome, sub.next());
  }

  /** Where the flow goes on to when the caller does nothing. */
  private Stream<String> byItself(Node node) {
    if (node instanceof Node.SubFlow sub) {
      return unasked.getOrDefault(sub.flow(), Set.of()).stream().map(end -> back(sub, end));
    }
    return node.exits().stream().filter(exit -> !exit.byKey()).map(Exit::target);
  }

  /** A loop that the caller did not ask for would hold a silent line for ever. */
  private void loop(Flow flow, String id, Set<String> way, Set<String> clean) {
    if (clean.contains(id)) {
      return;
    }
    if (way.contains(id)) {
      found(flow, id, "goes round for ever without a key being pressed: " + String.join(", ", way));
      clean.add(id);
      return;
    }
    way.add(id);
    byItself(flow.node(id)).forEach(to -> loop(flow, to, way, clean));
    way.remove(id);
    clean.add(id);
  }

  private void found(Flow flow, String node, String message) {
    findings.add(new Finding(flow.name(), node, message));
  }
}
