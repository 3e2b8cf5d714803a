package io.voltline.engine.boot;

import io.voltline.domain.flow.Trial;
import io.voltline.engine.call.flow.FlowFiles;
import io.voltline.engine.call.flow.TrialsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "flow",
    description = {
      "Tries a new version of a flow on a share of the calls, and rolls it back.",
      "A running engine takes it up within seconds; calls that have begun keep their version."
    },
    mixinStandardHelpOptions = true)
final class TryFlow {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--trials",
      paramLabel = "FILE",
      description = "where the house keeps what is tried; by default VOLTLINE_TRIALS")
  private @Nullable Path trials;

  @Option(
      names = "--flows",
      paramLabel = "DIR",
      description = "the house's flows; by default VOLTLINE_FLOWS")
  private @Nullable Path flows;

  @Command(name = "list", description = "Tells what is tried.")
  int list() {
    return told(() -> TrialsFile.read(trials()));
  }

  @Command(name = "try", description = "Sends a share of the calls through NAME.vVERSION.json.")
  int begin(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "VERSION") int version,
      @Parameters(paramLabel = "PERCENT") int percent) {
    Path file = place(flows, "VOLTLINE_FLOWS").resolve(FlowFiles.fileOf(name, version));
    if (!Files.isRegularFile(file)) {
      return refuse("there is no " + file);
    }
    if (percent < 0 || percent > 100) {
      return refuse("PERCENT is 0 to 100, not " + percent);
    }
    Trial trial = new Trial(version, percent);
    return told(() -> TrialsFile.set(trials(), name, Optional.of(trial)));
  }

  @Command(name = "back", description = "Sends all calls through NAME.json again.")
  int back(@Parameters(paramLabel = "NAME") String name) {
    try {
      if (!TrialsFile.read(trials()).containsKey(name)) {
        return refuse("no version of flow " + name + " is tried");
      }
    } catch (IOException e) {
      return refuse("can't read " + e.getMessage());
    }
    return told(() -> TrialsFile.set(trials(), name, Optional.empty()));
  }

  /** What is tried now, after a change or without one. */
  private interface Look {
    Map<String, Trial> take() throws IOException;
  }

  private int told(Look look) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Map<String, Trial> all = look.take();
      new TreeMap<>(all)
          .forEach(
              (name, trial) ->
                  out.printf(
                      "%s: version %d on %d %% of the calls%n",
                      name, trial.version(), trial.percent()));
      if (all.isEmpty()) {
        out.println("nothing is tried");
      }
      return 0;
    } catch (IOException e) {
      return refuse("can't change " + e.getMessage());
    }
  }

  private Path trials() {
    return place(trials, "VOLTLINE_TRIALS");
  }

  private int refuse(String why) {
    spec.commandLine().getOut().println("flow: " + why);
    return 2;
  }

  private static Path place(@Nullable Path given, String variable) {
    return given != null ? given : Path.of(System.getenv().getOrDefault(variable, "."));
  }
}
