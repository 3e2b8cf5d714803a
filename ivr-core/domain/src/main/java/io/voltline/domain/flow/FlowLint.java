package io.voltline.domain.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds what would lead callers astray. A flow with findings is not run. */
public final class FlowLint {

  private FlowLint() {}

  /**
   * All mistakes, flow by flow in the order of their nodes; empty when all are fit for callers.
   *
   * @param flows by name, those that call one another together
   * @param refused names of flows that are there but could not be read: calling them is no mistake
   */
  public static List<Finding> check(Map<String, Flow> flows, Set<String> refused, LintFacts facts) {
    var findings = new ArrayList<Finding>();
    for (Flow flow : new TreeMap<>(flows).values()) {
      findings.addAll(NodeLint.check(flow, flows, refused, facts));
    }
    findings.addAll(CallGraph.recursions(flows));
    if (findings.isEmpty()) {
      // Reachability, loops, depth and values mean nothing while targets are missing.
      findings.addAll(together(flows, facts));
    }
    findings.sort(Comparator.comparing(Finding::flow).thenComparingInt(one -> place(flows, one)));
    return List.copyOf(findings);
  }

  /** Each flow that no other calls, with all it calls. */
  private static Set<Finding> together(Map<String, Flow> flows, LintFacts facts) {
    var findings = new LinkedHashSet<Finding>();
    var called = new HashSet<String>();
    flows.values().forEach(flow -> called.addAll(CallGraph.calls(flow)));
    for (Flow flow : new TreeMap<>(flows).values()) {
      if (!called.contains(flow.name())) {
        var book = new FlowBook(flow.name(), flows);
        findings.addAll(FlowShape.check(book));
        findings.addAll(ValueLint.check(book, facts));
      }
    }
    return findings;
  }

  private static int place(Map<String, Flow> flows, Finding finding) {
    Flow flow = flows.get(finding.flow());
    return flow == null ? -1 : List.copyOf(flow.nodes().keySet()).indexOf(finding.node());
  }
}
