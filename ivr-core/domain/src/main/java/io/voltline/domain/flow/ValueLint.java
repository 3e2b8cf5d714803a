package io.voltline.domain.flow;

import io.voltline.domain.kernel.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether every value that is read is known by then, and of the kind that is wanted. */
final class ValueLint {

  /** A flow entered with some knowledge. */
  private record Entry(String flow, Knowledge knowledge) {}

  private final FlowBook book;
  private final LintFacts facts;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Map<Entry, Map<String, Knowledge>> done = new HashMap<>();
  private final Map<String, Kind> kinds = new TreeMap<>();

  private ValueLint(FlowBook book, LintFacts facts) {
    this.book = book;
    this.facts = facts;
  }

  static Set<Finding> check(FlowBook book, LintFacts facts) {
    var lint = new ValueLint(book, facts);
    CallGraph.callersFirst(book).forEach(lint::kindsOf);
    if (lint.findings.isEmpty()) {
      book.flow(book.main()).ifPresent(main -> lint.ends(main, Knowledge.NOTHING));
    }
    return lint.findings;
  }

  /** One name is one kind of value, in all flows that go together. */
  private void kindsOf(Flow flow) {
    for (Node node : flow.nodes().values()) {
      yields(node)
          .forEach(
              (name, kind) -> {
                Kind before = kinds.putIfAbsent(name, kind);
                if (before != null && before != kind) {
                  found(
                      flow,
                      node,
                      "'%s' is %s here and %s elsewhere"
                          .formatted(name, NodeLint.word(kind), NodeLint.word(before)));
                }
              });
    }
  }

  /** Everything a node may add to what is known. */
  private static Map<String, Kind> yields(Node node) {
    return switch (node) {
      case Node.Collect collect -> Map.of(collect.variable(), Kind.DIGITS);
      case Node.Set(_, String name, Source.Literal(Value value), _) -> Map.of(name, value.kind());
      case Node.Voicemail _ -> Services.named(Services.MESSAGE).orElseThrow().values("kept");
      case Node.Consult consult -> {
        var all = new HashMap<String, Kind>();
        Services.named(consult.service())
            .ifPresent(service -> service.outcomes().values().forEach(all::putAll));
        yield all;
      }
      default -> Map.of();
    };
  }

  /** What is known at each of a flow's ends, by outcome, when it is entered with this. */
  private Map<String, Knowledge> ends(Flow flow, Knowledge entry) {
    var key = new Entry(flow.name(), entry);
    Map<String, Knowledge> known = done.get(key);
    if (known != null) {
      return known;
    }
    Map<String, Knowledge> at = spread(flow, entry);
    var ends = new HashMap<String, Knowledge>();
    at.forEach(
        (id, knowledge) -> {
          Node node = flow.node(id);
          reads(flow, node, knowledge);
          if (node instanceof Node.End end) {
            ends.merge(end.outcome().orElse(""), knowledge, Knowledge::or);
          }
        });
    done.put(key, ends);
    return ends;
  }

  /** What is known at every node a caller can come to. */
  private Map<String, Knowledge> spread(Flow flow, Knowledge entry) {
    var at = new LinkedHashMap<String, Knowledge>();
    Deque<String> near = new ArrayDeque<>(List.of(flow.start(), flow.goneRound()));
    at.put(flow.start(), entry);
    at.put(flow.goneRound(), entry);
    while (!near.isEmpty()) {
      String id = near.removeFirst();
      for (Way way : ways(flow.node(id), at.getOrDefault(id, entry))) {
        Knowledge before = at.get(way.to());
        Knowledge now = before == null ? way.knowledge() : before.or(way.knowledge());
        if (!now.equals(before)) {
          at.put(way.to(), now);
          near.addLast(way.to());
        }
      }
    }
    return at;
  }

  private record Way(String to, Knowledge knowledge) {}

  private List<Way> ways(Node node, Knowledge known) {
    return switch (node) {
      case Node.Consult consult -> consulted(consult, known);
      case Node.SubFlow sub when book.flow(sub.flow()).isPresent() ->
          ends(book.flow(sub.flow()).orElseThrow(), known).entrySet().stream()
              .map(end -> new Way(sub.to().getOrDefault(end.getKey(), sub.next()), end.getValue()))
              .toList();
      case Node.Decide decide -> decided(decide, known);
      case Node.Set(_, String name, Source.Variable(String from), String next) ->
          List.of(
              new Way(
                  next,
                  Optional.ofNullable(known.sure().get(from))
                      .map(kind -> known.with(Map.of(name, kind)))
                      .orElse(known)));
      default ->
          node.exits().stream()
              .map(exit -> new Way(exit.target(), known.with(yielded(node, exit))))
              .toList();
    };
  }

  private static Map<String, Kind> yielded(Node node, Exit exit) {
    boolean yields =
        switch (node) {
          case Node.Collect _ -> exit.label().equals("next");
          case Node.Set _ -> true;
          case Node.Voicemail _ -> exit.label().endsWith(Node.Voicemail.LEFT);
          default -> false;
        };
    return yields ? yields(node) : Map.of();
  }

  private static List<Way> consulted(Node.Consult consult, Knowledge known) {
    Service service = Services.named(consult.service()).orElseThrow();
    return service.allOutcomes().stream()
        .map(
            outcome ->
                new Way(
                    consult.to().getOrDefault(outcome, consult.otherwise().orElse("")),
                    known.with(service.values(outcome))))
        .toList();
  }

  private static List<Way> decided(Node.Decide decide, Knowledge known) {
    var ways = new ArrayList<Way>();
    for (Node.Decide.Case one : decide.cases()) {
      boolean certain = one.condition() instanceof Condition.Known;
      ways.add(new Way(one.next(), certain ? known.knowing(decide.variable()) : known));
    }
    ways.add(new Way(decide.otherwise(), known));
    return ways;
  }

  private void reads(Flow flow, Node node, Knowledge known) {
    var said = new ArrayList<>(node.phrases());
    said.addAll(node.wrong());
    for (Phrase phrase : said) {
      if (phrase instanceof Phrase.Told told) {
        read(flow, node, told.variable(), known).ifPresent(kind -> spoken(flow, node, told, kind));
      }
    }
    switch (node) {
      case Node.Consult consult ->
          arguments(
              flow,
              node,
              consult.arguments(),
              Services.named(consult.service()).orElseThrow(),
              known);
      case Node.Voicemail voicemail ->
          arguments(
              flow,
              node,
              voicemail.arguments(),
              Services.named(Services.MESSAGE).orElseThrow(),
              known);
      case Node.Set(_, _, Source.Variable(String name), _) -> read(flow, node, name, known);
      case Node.Decide decide -> decides(flow, decide, known);
      default -> {}
    }
  }

  private void decides(Flow flow, Node.Decide decide, Knowledge known) {
    for (Node.Decide.Case one : decide.cases()) {
      if (one.condition() instanceof Condition.Known) {
        if (!kinds.containsKey(decide.variable())) {
          read(flow, decide, decide.variable(), known);
        }
      } else {
        read(flow, decide, decide.variable(), known)
            .filter(kind -> !one.condition().kinds().contains(kind))
            .ifPresent(
                kind ->
                    found(
                        flow,
                        decide,
                        "'%s' is %s and can't be decided on so"
                            .formatted(decide.variable(), NodeLint.word(kind))));
      }
    }
  }

  private void arguments(
      Flow flow, Node node, Map<String, Source> arguments, Service service, Knowledge known) {
    arguments.forEach(
        (name, source) -> {
          if (source instanceof Source.Variable(String variable)) {
            read(flow, node, variable, known)
                .filter(kind -> service.known().getOrDefault(name, kind) != kind)
                .ifPresent(
                    kind ->
                        found(
                            flow,
                            node,
                            "'%s' must be %s, '%s' is %s"
                                .formatted(
                                    name,
                                    NodeLint.word(service.known().getOrDefault(name, kind)),
                                    variable,
                                    NodeLint.word(kind))));
          }
        });
  }

  private void spoken(Flow flow, Node node, Phrase.Told told, Kind kind) {
    if (!kind.suits(told.manner())) {
      found(
          flow,
          node,
          "'%s' is %s and can't be read as %s"
              .formatted(
                  told.variable(),
                  NodeLint.word(kind),
                  told.manner().name().toLowerCase(Locale.ROOT)));
    } else if (kind == Kind.WORD) {
      words(flow, node, told.variable());
    }
  }

  private void words(Flow flow, Node node, String variable) {
    Optional<Set<String>> words = Services.words(variable);
    if (words.isEmpty()) {
      found(flow, node, "'" + variable + "' may be any word and has no prompts");
    }
    for (String word : new TreeSet<>(words.orElse(Set.of()))) {
      String prompt = variable + "-" + word;
      for (Language language : Language.values()) {
        if (!facts.prompts().has(prompt, language)) {
          found(flow, node, NodeLint.missing(prompt, language));
        }
      }
    }
  }

  /** The kind of a value that is read here; empty, and told, when it may not be known. */
  private Optional<Kind> read(Flow flow, Node node, String variable, Knowledge known) {
    Kind kind = known.sure().get(variable);
    if (kind == null) {
      found(
          flow,
          node,
          kinds.containsKey(variable)
              ? "'" + variable + "' is read where it may not be known yet"
              : "nothing is ever known as '" + variable + "'");
    }
    return Optional.ofNullable(kind);
  }

  private void found(Flow flow, Node node, String message) {
    findings.add(new Finding(flow.name(), node.id(), message));
  }
}
