package io.voltline.domain.flow;

import java.util.Map;

/**
 * Where a caller stands in a flow and what is to be done there.
 *
 * @param stand in which flow, called from where, knowing what
 * @param node where the caller is
 * @param attempt how often this visit's prompts were played, 1 or more
 * @param mistakes how often the caller answered them with what can't be
 * @param action what to do now
 */
public record Step(Stand stand, Node node, int attempt, int mistakes, Action action) {

  /** How many nodes the caller came to, this one included: a higher number is a new visit. */
  public int visit() {
    return stand.visit();
  }

  /** What the flow knows, by name. */
  public Map<String, Value> values() {
    return stand.values();
  }

  /** The version of the flow the caller is in. */
  public Flow flow() {
    return stand.flow();
  }

  /** The node's name in the call's record: its id, after the flow's name in a sub-flow. */
  public String place() {
    String flow = stand.flow().name();
    return flow.equals(stand.book().main()) ? node.id() : flow + SEPARATOR + node.id();
  }

  /** Between a sub-flow's name and its node's id. */
  static final String SEPARATOR = "/";

  Step then(Action next) {
    return new Step(stand, node, attempt, mistakes, next);
  }
}
