package io.voltline.domain.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which flow calls which. */
final class CallGraph {

  private CallGraph() {}

  /** The names of the flows that this one calls itself. */
  static Set<String> calls(Flow flow) {
    return flow.nodes().values().stream()
        .filter(Node.SubFlow.class::isInstance)
        .map(node -> ((Node.SubFlow) node).flow())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A flow that comes back to itself would never come to its end. */
  static List<Finding> recursions(Map<String, Flow> flows) {
    var findings = new ArrayList<Finding>();
    new TreeMap<>(flows)
        .values()
        .forEach(flow -> follow(flow, flows, new ArrayList<>(List.of(flow.name())), findings));
    return findings;
  }

  private static void follow(
      Flow from, Map<String, Flow> flows, List<String> way, List<Finding> findings) {
    for (String name : calls(from)) {
      Flow to = flows.get(name);
      if (name.equals(way.getFirst())) {
        findings.add(
            new Finding(name, "", "calls itself: " + String.join(", ", way) + ", " + name));
      } else if (to != null && !way.contains(name)) {
        way.add(name);
        follow(to, flows, way, findings);
        way.removeLast();
      }
    }
  }

  /** The book's main flow and all it calls, every flow before those it calls. */
  static List<Flow> callersFirst(FlowBook book) {
    var done = new ArrayList<Flow>();
    visit(book, book.main(), done);
    return done.reversed();
  }

  private static void visit(FlowBook book, String name, List<Flow> done) {
    book.flow(name)
        .filter(flow -> !done.contains(flow))
        .ifPresent(
            flow -> {
              calls(flow).forEach(called -> visit(book, called, done));
              done.add(flow);
            });
  }
}
