package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Finding;
import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.FlowLint;
import io.voltline.domain.flow.LintFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of flows, each {@code NAME.json}.
 *
 * @param flows those without a mistake, by name
 * @param problems every mistake of the others, in the order of files and lines
 */
public record FlowFiles(Map<String, Flow> flows, List<FlowProblem> problems) {
  public FlowFiles {
    flows = Map.copyOf(flows);
    problems = List.copyOf(problems);
  }

  /**
   * Reads and checks every flow. A flow with a mistake is left out; the others are fit for callers.
   *
   * @param folder holds the flows; files ending in {@code .schema.json} are for editors
   * @param facts what there is that flows may name
   * @throws IOException when the folder cannot be read
   */
  public static FlowFiles read(Path folder, LintFacts facts) throws IOException {
    var flows = new TreeMap<String, Flow>();
    var readers = new TreeMap<String, FlowReader>();
    var problems = new ArrayList<FlowProblem>();
    for (Path path : files(folder)) {
      String file = path.getFileName().toString();
      String name = file.replaceFirst("\\.json$", "");
      var reader = new FlowReader(file, name);
      readers.put(name, reader);
      reader.read(Files.readString(path)).ifPresent(flow -> flows.put(name, flow));
      problems.addAll(reader.problems());
    }
    Set<String> refused = new TreeSet<>(readers.keySet());
    refused.removeAll(flows.keySet());
    for (Finding finding : FlowLint.check(flows, refused, facts)) {
      FlowReader reader = readers.get(finding.flow());
      if (reader != null) {
        problems.add(reader.place(finding));
      }
      refused.add(finding.flow());
    }
    flows.keySet().removeAll(refused);
    return new FlowFiles(flows, problems);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.toString().endsWith(".schema.json"))
          .sorted()
          .toList();
    }
  }
}
