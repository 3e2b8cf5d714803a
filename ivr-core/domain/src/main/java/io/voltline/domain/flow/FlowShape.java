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

/** The flow as a graph whose targets all exist: what is out of reach, too deep or without end. */
final class FlowShape {

  /** No caller remembers more menus than this on the way to what they want. */
  private static final int DEEPEST = 4;

  private final Flow flow;
  private final List<Finding> findings = new ArrayList<>();

  private FlowShape(Flow flow) {
    this.flow = flow;
  }

  static List<Finding> check(Flow flow) {
    var shape = new FlowShape(flow);
    shape.reach();
    var clean = new HashSet<String>();
    flow.nodes().keySet().forEach(id -> shape.loop(id, new LinkedHashSet<>(), clean));
    return shape.findings;
  }

  private void reach() {
    Map<String, Integer> menus = menusToReach();
    for (Node node : flow.nodes().values()) {
      Integer depth = menus.get(node.id());
      if (depth == null) {
        found(node.id(), "no caller can get here");
      } else if (node instanceof Node.Menu && depth > DEEPEST) {
        found(node.id(), "menu number " + depth + " on the way, " + DEEPEST + " are allowed");
      }
    }
  }

  /** For each node that can be reached, the fewest menus on the way to it, itself included. */
  private Map<String, Integer> menusToReach() {
    var menus = new HashMap<String, Integer>();
    Deque<String> near = new ArrayDeque<>(List.of(flow.start(), flow.goneRound()));
    near.forEach(id -> menus.put(id, weight(id)));
    while (!near.isEmpty()) {
      String from = near.removeFirst();
      int above = menus.getOrDefault(from, 0);
      exits(flow.node(from))
          .filter(to -> above + weight(to) < menus.getOrDefault(to, Integer.MAX_VALUE))
          .forEach(
              to -> {
                menus.put(to, above + weight(to));
                near.addLast(to);
              });
    }
    return menus;
  }

  private int weight(String id) {
    return flow.node(id) instanceof Node.Menu ? 1 : 0;
  }

  private static Stream<String> exits(Node node) {
    return node instanceof Node.Menu menu
        ? Stream.concat(menu.keys().values().stream(), byItself(menu))
        : byItself(node);
  }

  /** Where the flow goes on to when the caller does nothing. */
  private static Stream<String> byItself(Node node) {
    return switch (node) {
      case Node.Play play -> Stream.of(play.next());
      case Node.Menu menu -> Stream.of(menu.giveUp());
      case Node.Speak speak -> Stream.of(speak.next());
      case Node.Queue ignored -> Stream.empty();
      case Node.End ignored -> Stream.empty();
    };
  }

  /** A loop that the caller did not ask for would hold a silent line for ever. */
  private void loop(String id, Set<String> way, Set<String> clean) {
    if (clean.contains(id)) {
      return;
    }
    if (way.add(id)) {
      byItself(flow.node(id)).forEach(to -> loop(to, way, clean));
    } else {
      found(id, "goes round for ever without a key being pressed: " + String.join(", ", way));
    }
    clean.add(id);
  }

  private void found(String node, String message) {
    findings.add(new Finding(node, message));
  }
}
