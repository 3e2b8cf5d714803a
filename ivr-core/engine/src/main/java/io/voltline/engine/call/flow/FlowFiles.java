package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Flow;
import io.voltline.domain.kernel.QueueId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
   * @param manifest names the prompts there are
   * @param queues there are
   * @throws IOException when the folder or the manifest cannot be read
   */
  public static FlowFiles read(Path folder, Path manifest, Set<QueueId> queues) throws IOException {
    var prompts = new PromptManifest(manifest);
    var flows = new TreeMap<String, Flow>();
    var problems = new ArrayList<FlowProblem>();
    for (Path file : files(folder)) {
      var reader = new FlowReader(file.getFileName().toString());
      reader
          .read(Files.readString(file), prompts, queues)
          .ifPresent(flow -> flows.put(flow.name(), flow));
      problems.addAll(reader.problems());
    }
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
