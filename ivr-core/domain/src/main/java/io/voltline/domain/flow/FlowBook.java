package io.voltline.domain.flow;

import java.util.Map;
import java.util.Optional;

/**
 * The flows one call goes through, each in the version the call began with.
 *
 * @param main the name of the flow every call begins with
 * @param flows by name
 */
public record FlowBook(String main, Map<String, Flow> flows) {
  public FlowBook {
    flows = Map.copyOf(flows);
    if (!flows.containsKey(main)) {
      throw new IllegalArgumentException("there is no flow '" + main + "'");
    }
  }

  /** One flow that calls no other. */
  public static FlowBook of(Flow only) {
    return new FlowBook(only.name(), Map.of(only.name(), only));
  }

  /** The flow of this name, unless it was refused. */
  public Optional<Flow> flow(String name) {
    return Optional.ofNullable(flows.get(name));
  }
}
