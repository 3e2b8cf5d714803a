package io.voltline.domain.flow;

import io.voltline.domain.kernel.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Mistakes that one node shows by itself. */
final class NodeLint {

  private static final int LONGEST_PLACE = 64;

  private final Flow flow;
  private final Map<String, Flow> flows;
  private final Set<String> refused;
  private final LintFacts facts;
  private final List<Finding> findings = new ArrayList<>();

  private NodeLint(Flow flow, Map<String, Flow> flows, Set<String> refused, LintFacts facts) {
    this.flow = flow;
    this.flows = flows;
    this.refused = refused;
    this.facts = facts;
  }

  static List<Finding> check(
      Flow flow, Map<String, Flow> flows, Set<String> refused, LintFacts facts) {
    var lint = new NodeLint(flow, flows, refused, facts);
    lint.ends();
    flow.nodes().values().forEach(lint::node);
    return lint.findings;
  }

  private void ends() {
    target("", "start", flow.start());
    target("", "goneRound", flow.goneRound());
    Node out = flow.nodes().get(flow.goneRound());
    if (out != null && !(out instanceof Node.Queue) && !(out instanceof Node.End)) {
      found("", "goneRound must be a queue or an end, '" + out.id() + "' is neither");
    }
  }

  private void node(Node node) {
    if (flow.name().length() + Step.SEPARATOR.length() + node.id().length() > LONGEST_PLACE) {
      found(node.id(), "with the flow's name longer than " + LONGEST_PLACE + " letters");
    }
    switch (node) {
      case Node.Play _, Node.Menu _, Node.Collect _, Node.Survey _, Node.Voicemail _ ->
          somethingToPlay(node);
      default -> {}
    }
    prompts(node);
    node.exits().forEach(exit -> target(node.id(), exit.label(), exit.target()));
    InputLint.check(node).forEach(message -> found(node.id(), message));
    switch (node) {
      case Node.Queue queue -> queue(queue);
      case Node.Consult consult -> consult(consult);
      case Node.Voicemail voicemail -> voicemail(voicemail);
      case Node.Survey survey ->
          outcomes(survey.id(), survey.to(), Set.of(Node.Survey.DONE, Service.FAILED), "survey");
      case Node.Transfer transfer -> transfer(transfer);
      case Node.SubFlow sub -> subFlow(sub);
      default -> {}
    }
  }

  private void queue(Node.Queue queue) {
    if (queue.priority() < 0 || queue.priority() > 9) {
      found(queue.id(), "priority must be 0 to 9, not " + queue.priority());
    }
    if (!facts.queues().contains(queue.queue())) {
      found(queue.id(), "there is no queue '" + queue.queue() + "'");
    }
    var exits = Set.of(Node.Queue.HUNG_UP, Node.Queue.MESSAGE, Node.Queue.CALL_BACK);
    unknownOutcomes(queue.id(), queue.to(), exits, "queue");
  }

  private void consult(Node.Consult consult) {
    Optional<Service> known = Services.named(consult.service());
    if (known.isEmpty()) {
      found(consult.id(), "there is no service '" + consult.service() + "'");
      return;
    }
    Service service = known.get();
    String what = "service " + service.name();
    new TreeSet<>(service.arguments().keySet())
        .stream()
            .filter(name -> !consult.arguments().containsKey(name))
            .forEach(name -> found(consult.id(), what + " must be told '" + name + "'"));
    arguments(consult.id(), consult.arguments(), service);
    if (consult.otherwise().isEmpty()) {
      outcomes(consult.id(), consult.to(), service.allOutcomes(), what);
    } else {
      unknownOutcomes(consult.id(), consult.to(), service.allOutcomes(), what);
      if (consult.to().keySet().containsAll(service.allOutcomes())) {
        found(consult.id(), "otherwise is never taken");
      }
    }
  }

  private void voicemail(Node.Voicemail voicemail) {
    Services.named(Services.MESSAGE)
        .ifPresent(service -> arguments(voicemail.id(), voicemail.arguments(), service));
    outcomes(
        voicemail.id(),
        voicemail.to(),
        Set.of(Node.Voicemail.LEFT, Node.Voicemail.EMPTY, Service.FAILED),
        "voicemail");
  }

  private void arguments(String node, Map<String, Source> arguments, Service service) {
    arguments.forEach(
        (name, source) -> {
          Kind wanted = service.known().get(name);
          if (wanted == null && !service.open()) {
            found(node, "service " + service.name() + " is not told '" + name + "'");
          } else if (wanted != null && source instanceof Source.Literal(Value value)) {
            literal(node, name, wanted, value);
          }
        });
  }

  private void literal(String node, String name, Kind wanted, Value value) {
    if (value.kind() != wanted) {
      found(node, "'" + name + "' must be " + word(wanted) + ", not " + word(value.kind()));
    } else if (value instanceof Value.Word(String text)) {
      Optional<Set<String>> words =
          name.equals("type") ? Optional.of(facts.orderTypes()) : Services.words(name);
      if (words.isPresent() && !words.get().contains(text)) {
        found(node, "'" + name + "' cannot be '" + text + "'");
      }
    }
  }

  private void transfer(Node.Transfer transfer) {
    if (!facts.transfers().contains(transfer.number())) {
      found(transfer.id(), "no caller may be connected with " + transfer.number());
    }
    outcomes(
        transfer.id(), transfer.to(), Set.of(Node.Transfer.NO_ANSWER, Service.FAILED), "transfer");
  }

  private void subFlow(Node.SubFlow sub) {
    Flow called = flows.get(sub.flow());
    if (called == null) {
      if (!refused.contains(sub.flow())) {
        found(sub.id(), "there is no flow '" + sub.flow() + "'");
      }
      return;
    }
    Set<String> outcomes =
        called.nodes().values().stream()
            .filter(Node.End.class::isInstance)
            .flatMap(node -> ((Node.End) node).outcome().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    outcomes(sub.id(), sub.to(), outcomes, "flow " + sub.flow());
  }

  private void outcomes(String node, Map<String, String> to, Set<String> outcomes, String whose) {
    new TreeSet<>(outcomes)
        .stream()
            .filter(outcome -> !to.containsKey(outcome))
            .forEach(outcome -> found(node, "exit '" + outcome + "' is not handled"));
    unknownOutcomes(node, to, outcomes, whose);
  }

  private void unknownOutcomes(
      String node, Map<String, String> to, Set<String> outcomes, String whose) {
    to.keySet().stream()
        .filter(outcome -> !outcomes.contains(outcome))
        .forEach(outcome -> found(node, whose + " has no exit '" + outcome + "'"));
  }

  private void somethingToPlay(Node node) {
    if (node.phrases().isEmpty()) {
      found(node.id(), "nothing to play");
    }
  }

  private void prompts(Node node) {
    var said = new ArrayList<>(node.phrases());
    said.addAll(node.wrong());
    for (Phrase phrase : said) {
      if (phrase instanceof Phrase.Fixed(String prompt)) {
        for (Language language : Language.values()) {
          if (!facts.prompts().has(prompt, language)) {
            found(node.id(), missing(prompt, language));
          }
        }
      }
    }
  }

  static String missing(String prompt, Language language) {
    return "prompt '" + prompt + "' is missing in " + language.code();
  }

  /** How a kind is called in messages. */
  static String word(Kind kind) {
    return switch (kind) {
      case TEXT -> "a text";
      case NUMBER -> "a number";
      case AMOUNT -> "an amount";
      case DIGITS -> "digits";
      case MOMENT -> "a moment";
      case DAY -> "a day";
      case WORD -> "a word";
    };
  }

  private void target(String node, String exit, String to) {
    if (!flow.nodes().containsKey(to)) {
      found(node, exit + " leads to unknown node '" + to + "'");
    }
  }

  private void found(String node, String message) {
    findings.add(new Finding(flow.name(), node, message));
  }
}
