package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.exc.StreamReadException;

/** Which versions of flows are tried, as one small file that the engine reads again and again. */
public final class TrialsFile {
  private TrialsFile() {}

  /**
   * The trials by the name of their flow; none when there is no file.
   *
   * @throws IOException that tells the place, when the file can't be read or makes no sense
   */
  public static Map<String, Trial> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Map.of();
    }
    String name = file.getFileName().toString();
    var problems = new ArrayList<FlowProblem>();
    var trials = new TreeMap<String, Trial>();
    try {
      if (JsonValue.parse(Files.readString(file)) instanceof JsonValue.Group flows) {
        flows
            .fields()
            .forEach(
                (flow, written) -> {
                  var fields = new Fields(name, flow, written, problems);
                  int percent = fields.number("percent");
                  if (percent < 0 || percent > 100) {
                    fields.wrong(fields.lineOf("percent"), "percent must be 0 to 100");
                  } else {
                    trials.put(flow, new Trial(fields.number("version"), percent));
                  }
                  fields.nothingElse();
                });
      } else {
        problems.add(new FlowProblem(name, 1, "", "must be an object"));
      }
    } catch (StreamReadException e) {
      throw new IOException(name + ": no valid JSON: " + e.getOriginalMessage(), e);
    }
    if (!problems.isEmpty()) {
      throw new IOException(problems.getFirst().toString());
    }
    return trials;
  }

  /**
   * Tries a version of a flow, or none any more.
   *
   * @return the trials as they are then
   * @throws IOException when the file can't be read or written; it stays as it was
   */
  public static Map<String, Trial> set(Path file, String flow, Optional<Trial> trial)
      throws IOException {
    Map<String, Trial> before = read(file);
    var after = new TreeMap<>(before);
    trial.ifPresentOrElse(it -> after.put(flow, it), () -> after.remove(flow));
    if (!after.equals(before)) {
      write(file, after);
    }
    return after;
  }

  /** Writes the trials, whole or not at all. */
  private static void write(Path file, Map<String, Trial> trials) throws IOException {
    String json =
        new TreeMap<>(trials)
            .entrySet().stream()
                .map(
                    trial ->
                        "  \"%s\": { \"version\": %d, \"percent\": %d }"
                            .formatted(
                                trial.getKey(),
                                trial.getValue().version(),
                                trial.getValue().percent()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, json);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
