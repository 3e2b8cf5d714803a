package io.voltline.domain.flow;

import io.voltline.domain.kernel.QueueId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One version of a flow. It may still hold mistakes: {@link FlowLint} tells, and only a flow
 * without findings is fit for callers.
 *
 * @param name what the flow is called, the file's name without its ending
 * @param version 1 or more; a call keeps the version it began with
 * @param start the node every call begins at
 * @param goneRound where a caller goes who has been through {@link FlowRun#MOST_VISITS} nodes
 * @param nodes by id, in the order they were written
 */
public record Flow(
    String name, int version, String start, String goneRound, Map<String, Node> nodes) {
  public Flow {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /** Where it leads callers who are to talk to an agent. */
  public Set<QueueId> queues() {
    return nodes.values().stream()
        .filter(Node.Queue.class::isInstance)
        .map(node -> ((Node.Queue) node).queue())
        .collect(Collectors.toUnmodifiableSet());
  }

  Node node(String id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalStateException("flow " + name + " has no node '" + id + "'");
    }
    return node;
  }
}
