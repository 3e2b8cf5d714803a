package io.voltline.engine.boot;

import io.voltline.engine.call.flow.FlowFiles;
import io.voltline.engine.config.SettingsException;
import io.voltline.engine.config.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "lint-flow",
    description = {
      "Checks every IVR flow in a folder and names each mistake with its place.",
      "Environment: VOLTLINE_CONFIG, for the queues there are."
    },
    mixinStandardHelpOptions = true)
final class LintFlow implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "the folder with the flows")
  private Path folder = Path.of(".");

  @Option(
      names = "--prompts",
      paramLabel = "FILE",
      description = "the prompts' manifest; by default sounds/manifest.json near the folder")
  private @Nullable Path prompts;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.isDirectory(folder)) {
      out.println("lint-flow: there is no folder " + folder);
      return 2;
    }
    try {
      FlowFiles files =
          FlowFiles.read(
              folder,
              FlowFacts.of(
                  prompts == null ? manifest() : prompts,
                  SettingsLoader.routing(System.getenv()).queues().keySet()));
      files.problems().forEach(out::println);
      out.printf(
          "%d flows without a mistake, %d mistakes%n",
          files.flows().size() + files.standBy().size(), files.problems().size());
      return files.problems().isEmpty() && !files.flows().isEmpty() ? 0 : 1;
    } catch (SettingsException e) {
      out.println("lint-flow: " + e.getMessage());
      return 2;
    } catch (IOException e) {
      out.println("lint-flow: can't read " + e.getMessage());
      return 2;
    }
  }

  /**
   * In a checkout two folders up from the flows, in a house one; for a folder elsewhere, the
   * project's.
   */
  private Path manifest() {
    Path flows = folder.toAbsolutePath().normalize();
    return List.of("../sounds/manifest.json", "../../sounds/manifest.json").stream()
        .map(near -> flows.resolve(near).normalize())
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseGet(
            () ->
                Path.of(System.getenv().getOrDefault("VOLTLINE_PROMPTS", "sounds/manifest.json")));
  }
}
