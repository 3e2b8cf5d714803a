package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Finding;
import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.FlowLint;
import io.voltline.domain.flow.LintFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of flows: {@code NAME.json} is what callers go through, {@code NAME.vN.json} a version
 * that stands by to be tried.
 *
 * @param flows those without a mistake, by name
 * @param standBy the versions to be tried that are without a mistake, by file
 * @param problems every mistake of the others, in the order of files and lines
 */
public record FlowFiles(
    Map<String, Flow> flows, Map<String, Flow> standBy, List<FlowProblem> problems) {
  private static final Pattern VERSION = Pattern.compile("(.+)\\.v([0-9]{1,6})\\.json");

  public FlowFiles {
    flows = Map.copyOf(flows);
    standBy = Map.copyOf(standBy);
    problems = List.copyOf(problems);
  }

  /** What a file that is named as a version that stands by says it is. */
  public record Named(String flow, int version) {

    /** Empty for the file of a flow that callers go through. */
    public static Optional<Named> of(String file) {
      Matcher version = VERSION.matcher(file);
      return version.matches()
          ? Optional.of(new Named(version.group(1), Integer.parseInt(version.group(2))))
          : Optional.empty();
    }
  }

  /** The file of a version that stands by. */
  public static String fileOf(String flow, int version) {
    return flow + ".v" + version + ".json";
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
    var standBy = new TreeMap<String, Flow>();
    var readers = new TreeMap<String, FlowReader>();
    var problems = new ArrayList<FlowProblem>();
    for (Path path : files(folder)) {
      String file = path.getFileName().toString();
      Matcher version = VERSION.matcher(file);
      boolean waits = version.matches();
      var reader =
          new FlowReader(file, waits ? version.group(1) : file.replaceFirst("\\.json$", ""));
      readers.put(file, reader);
      reader
          .read(Files.readString(path))
          .filter(flow -> !waits || reader.isVersion(flow, version.group(2)))
          .ifPresent(flow -> (waits ? standBy : flows).put(waits ? file : flow.name(), flow));
      problems.addAll(reader.problems());
    }
    Set<String> refused = new TreeSet<>();
    readers.keySet().forEach(file -> refused.add(file.replaceFirst("\\.json$", "")));
    refused.removeAll(flows.keySet());
    for (Finding finding : FlowLint.check(flows, refused, facts)) {
      FlowReader reader = readers.get(finding.flow() + ".json");
      if (reader != null) {
        problems.add(reader.place(finding));
      }
      refused.add(finding.flow());
    }
    flows.keySet().removeAll(refused);
    readers.forEach(
        (file, reader) -> {
          Flow flow = standBy.get(file);
          if (flow != null && !fits(flow, flows, refused, facts, reader, problems)) {
            standBy.remove(file);
          }
        });
    return new FlowFiles(flows, standBy, problems);
  }

  /** Whether the version would do in the place of the one callers go through. */
  private static boolean fits(
      Flow flow,
      Map<String, Flow> flows,
      Set<String> refused,
      LintFacts facts,
      FlowReader reader,
      List<FlowProblem> problems) {
    var tried = new HashMap<>(flows);
    tried.put(flow.name(), flow);
    List<Finding> findings = FlowLint.check(tried, refused, facts);
    findings.forEach(
        finding ->
            problems.add(
                finding.flow().equals(flow.name())
                    ? reader.place(finding)
                    : reader.place(
                        new Finding(
                            flow.name(),
                            "",
                            "flow %s, node '%s': %s"
                                .formatted(finding.flow(), finding.node(), finding.message())))));
    return findings.isEmpty();
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
