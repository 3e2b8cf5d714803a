package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Finding;
import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.FlowLint;
import io.voltline.domain.flow.Node;
import io.voltline.domain.flow.Prompts;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.exc.StreamReadException;

/** Reads one flow from its JSON. */
final class FlowReader {

  private static final Demand NO_DEMAND = Demand.of(new SkillId("none"));
  private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private final String file;
  private final List<FlowProblem> problems = new ArrayList<>();

  FlowReader(String file) {
    this.file = file;
  }

  /** The mistakes found by {@link #read}, in the order of the file. */
  List<FlowProblem> problems() {
    return problems;
  }

  /** The flow, unless there are problems. */
  Optional<Flow> read(String json, Prompts prompts, Set<QueueId> queues) {
    try {
      Flow flow = read(JsonValue.parse(json), prompts, queues);
      return problems.isEmpty() ? Optional.of(flow) : Optional.empty();
    } catch (StreamReadException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add(new FlowProblem(file, line, "", "no valid JSON: " + e.getOriginalMessage()));
      return Optional.empty();
    }
  }

  private Flow read(JsonValue document, Prompts prompts, Set<QueueId> queues) {
    var fields = new Fields(file, "", document, problems);
    String name = file.replaceFirst("\\.json$", "");
    int version = fields.number("version");
    String start = fields.text("start");
    String goneRound = fields.text("goneRound");
    var nodes = new LinkedHashMap<String, Node>();
    Map<String, JsonValue> written = fields.objects("nodes");
    written.forEach((id, value) -> nodes.put(id, node(id, value)));
    fields.ignore("$schema");
    fields.nothingElse();
    var flow = new Flow(name, version, start, goneRound, nodes);
    if (problems.isEmpty()) {
      FlowLint.check(flow, prompts, queues)
          .forEach(finding -> problems.add(place(finding, written)));
    }
    return flow;
  }

  private FlowProblem place(Finding finding, Map<String, JsonValue> written) {
    JsonValue node = written.get(finding.node());
    return new FlowProblem(file, node == null ? 0 : node.line(), finding.node(), finding.message());
  }

  private Node node(String id, JsonValue value) {
    var fields = new Fields(file, id, value, problems);
    if (!id.matches(ID)) {
      fields.wrong(value.line(), "an id is made of lower-case words, digits and hyphens");
    }
    Node node =
        switch (fields.text("type")) {
          case "play" -> new Node.Play(id, fields.texts("prompts"), fields.text("next"));
          case "menu" -> menu(id, fields);
          case "speak" ->
              new Node.Speak(
                  id,
                  fields.value("language", FlowReader::language, Language.ZH),
                  fields.text("next"));
          case "queue" ->
              new Node.Queue(
                  id,
                  fields.value("queue", QueueId::new, new QueueId("none")),
                  fields.value("skill", Demand::parse, NO_DEMAND),
                  fields.number("priority"));
          case "end" -> new Node.End(id, fields.texts("prompts"));
          case String unknown -> {
            if (!unknown.isEmpty()) {
              fields.wrong(fields.lineOf("type"), "unknown type '" + unknown + "'");
            }
            yield new Node.End(id, List.of());
          }
        };
    if (problems.stream().noneMatch(problem -> problem.node().equals(id))) {
      fields.nothingElse();
    }
    return node;
  }

  private static Node.Menu menu(String id, Fields fields) {
    return new Node.Menu(
        id,
        fields.texts("prompts"),
        fields.texts("wrong"),
        fields.keys("keys"),
        fields.number("tries"),
        Duration.ofSeconds(fields.number("patienceSeconds")),
        fields.text("giveUp"));
  }

  private static Language language(String code) {
    Language language = Language.valueOf(code.toUpperCase(Locale.ROOT));
    if (!language.code().equals(code)) {
      throw new IllegalArgumentException(code);
    }
    return language;
  }
}
