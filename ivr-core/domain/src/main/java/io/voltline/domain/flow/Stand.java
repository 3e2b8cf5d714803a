package io.voltline.domain.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a caller stands between nodes: in which flow, called from where, knowing what.
 *
 * @param callers the sub-flow nodes that led here, the first call first
 * @param visit how many nodes the caller came to
 * @param since the visit from which on going round is counted
 */
public record Stand(
    FlowBook book, Flow flow, List<Call> callers, Map<String, Value> values, int visit, int since) {

  /** Flows that may call one another in a row; lint finds a circle before it comes to this. */
  private static final int DEEPEST = 8;

  /** A flow that waits for the end of a sub-flow. */
  record Call(Flow flow, Node.SubFlow node) {}

  static Stand at(FlowBook book, Flow flow, Map<String, Value> values) {
    return new Stand(book, flow, List.of(), Map.copyOf(values), 0, 0);
  }

  /**
   * In a flow as a caller is who came there by the fewest sub-flows, so that its end leads on;
   * empty when no way leads there.
   */
  static Optional<Stand> in(FlowBook book, String flow, Map<String, Value> values) {
    var ways = new ArrayDeque<Stand>();
    var seen = new HashSet<String>();
    book.flow(book.main()).ifPresent(main -> ways.add(at(book, main, values)));
    while (!ways.isEmpty()) {
      Stand way = ways.remove();
      if (way.flow.name().equals(flow)) {
        return Optional.of(way);
      }
      if (seen.add(way.flow.name())) {
        way.flow.nodes().values().stream()
            .flatMap(node -> node instanceof Node.SubFlow sub ? Stream.of(sub) : Stream.empty())
            .flatMap(sub -> way.inside(sub).stream())
            .forEach(ways::add);
      }
    }
    return Optional.empty();
  }

  Stand visited() {
    return new Stand(book, flow, callers, values, visit + 1, since);
  }

  /** A caller who came out of a queue has not gone round. */
  Stand afresh() {
    return new Stand(book, flow, callers, values, visit, visit);
  }

  boolean circling() {
    return visit - since >= FlowRun.MOST_VISITS;
  }

  Stand with(Map<String, Value> told) {
    var all = new HashMap<>(values);
    all.putAll(told);
    return new Stand(book, flow, callers, Map.copyOf(all), visit, since);
  }

  /** Inside the sub-flow; empty when there is none, or too many are entered already. */
  Optional<Stand> inside(Node.SubFlow node) {
    if (callers.size() >= DEEPEST) {
      return Optional.empty();
    }
    var calls = new ArrayList<>(callers);
    calls.add(new Call(flow, node));
    return book.flow(node.flow())
        .map(sub -> new Stand(book, sub, List.copyOf(calls), values, visit, since));
  }

  /** Back in the flow that called this one. */
  Stand outside() {
    return new Stand(
        book,
        callers.getLast().flow(),
        callers.subList(0, callers.size() - 1),
        values,
        visit,
        since);
  }

  /** The values of the sources; empty when one is not known. */
  Optional<Map<String, Value>> take(Map<String, Source> sources) {
    var taken = new HashMap<String, Value>();
    sources.forEach((name, source) -> value(source).ifPresent(value -> taken.put(name, value)));
    return taken.size() == sources.size() ? Optional.of(taken) : Optional.empty();
  }

  Optional<Value> value(Source source) {
    return switch (source) {
      case Source.Literal literal -> Optional.of(literal.value());
      case Source.Variable variable -> value(variable.name());
    };
  }

  Optional<Value> value(String variable) {
    return Optional.ofNullable(values.get(variable));
  }

  /** What is heard; a value that is not known is left out. */
  List<Spoken> say(List<Phrase> phrases) {
    var spoken = new ArrayList<Spoken>();
    for (Phrase phrase : phrases) {
      switch (phrase) {
        case Phrase.Fixed fixed -> spoken.add(new Spoken.Prompt(fixed.prompt()));
        case Phrase.Told told ->
            value(told.variable()).ifPresent(value -> spoken.add(read(told, value)));
      }
    }
    return List.copyOf(spoken);
  }

  private static Spoken read(Phrase.Told told, Value value) {
    return value instanceof Value.Word word
        ? new Spoken.Prompt(told.variable() + "-" + word.word())
        : new Spoken.Read(value, told.manner());
  }
}
