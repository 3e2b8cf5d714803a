package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Finding;
import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.exc.StreamReadException;

/** Reads one flow from its JSON. */
final class FlowReader {

  private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private final String file;
  private final String name;
  private final List<FlowProblem> problems = new ArrayList<>();
  private Map<String, JsonValue> written = Map.of();

  /**
   * A reader for one file.
   *
   * @param name the flow's
   */
  FlowReader(String file, String name) {
    this.file = file;
    this.name = name;
  }

  /** The mistakes found by {@link #read}, in the order of the file. */
  List<FlowProblem> problems() {
    return problems;
  }

  /** The flow, unless there are problems. */
  Optional<Flow> read(String json) {
    try {
      Flow flow = read(JsonValue.parse(json));
      return problems.isEmpty() ? Optional.of(flow) : Optional.empty();
    } catch (StreamReadException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add(new FlowProblem(file, line, "", "no valid JSON: " + e.getOriginalMessage()));
      return Optional.empty();
    }
  }

  private Flow read(JsonValue document) {
    var fields = new Fields(file, "", document, problems);
    int version = fields.number("version");
    String start = fields.text("start");
    String goneRound = fields.text("goneRound");
    var nodes = new LinkedHashMap<String, Node>();
    written = fields.objects("nodes");
    written.forEach((id, value) -> nodes.put(id, node(id, value)));
    fields.ignore("$schema");
    fields.nothingElse();
    return new Flow(name, version, start, goneRound, nodes);
  }

  /** Whether the file's name tells the version truly; otherwise that is a problem, too. */
  boolean isVersion(Flow flow, String version) {
    boolean same = Integer.toString(flow.version()).equals(version);
    if (!same) {
      problems.add(
          new FlowProblem(file, 0, "", "holds version " + flow.version() + ", not " + version));
    }
    return same;
  }

  /** Where in the file a finding stands. */
  FlowProblem place(Finding finding) {
    JsonValue node = written.get(finding.node());
    return new FlowProblem(file, node == null ? 0 : node.line(), finding.node(), finding.message());
  }

  private Node node(String id, JsonValue value) {
    var fields = new Fields(file, id, value, problems);
    if (!id.matches(ID)) {
      fields.wrong(value.line(), "an id is made of lower-case words, digits and hyphens");
    }
    Node node = new NodeReader(id, fields).read();
    if (problems.stream().noneMatch(problem -> problem.node().equals(id))) {
      fields.nothingElse();
    }
    return node;
  }
}
