package io.voltline.engine.boot;

import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.simulation.Result;
import io.voltline.domain.simulation.Scenario;
import io.voltline.domain.simulation.Simulation;
import io.voltline.engine.config.ScenarioSettings;
import io.voltline.engine.config.SettingsException;
import io.voltline.engine.config.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "simulate",
    description = {
      "Runs a centre in virtual time around the production routing and prints its figures.",
      "Queues and their rules are those of the settings: VOLTLINE_CONFIG, or as shipped."
    },
    footer = {
      "",
      "For example: ops/voltline simulate ops/scenarios/outage.conf",
      "             ops/voltline simulate --per-hour 200 --hold 'exponential 3m' --agents 14"
    },
    mixinStandardHelpOptions = true)
final class Simulate implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "a scenario; ops/scenarios explains by example")
  private @Nullable Path file;

  @Option(names = "--seed", description = "another seed gives other luck (${DEFAULT-VALUE})")
  private long seed = 95598;

  @Option(names = "--queue", description = "without FILE: the queue (${DEFAULT-VALUE})")
  private String queue = "general";

  @Option(names = "--skill", description = "without FILE: what agents can do (${DEFAULT-VALUE})")
  private String skill = "general";

  @Option(names = "--per-hour", description = "without FILE: calls an hour (${DEFAULT-VALUE})")
  private String perHour = "200";

  @Option(names = "--hold", description = "without FILE: how long a talk takes (${DEFAULT-VALUE})")
  private String hold = "exponential 3m";

  @Option(
      names = "--patience",
      description = "without FILE: wait after which callers give up (${DEFAULT-VALUE})")
  private String patience = "never";

  @Option(names = "--agents", description = "without FILE: how many (${DEFAULT-VALUE})")
  private String agents = "14";

  @Option(names = "--length", description = "without FILE: how long (${DEFAULT-VALUE})")
  private String length = "20d";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      RoutingProfile profile = SettingsLoader.routing(System.getenv()).unexplained();
      Scenario scenario =
          file == null
              ? ScenarioSettings.read(options(), profile)
              : ScenarioSettings.read(file, profile);
      Result result = Simulation.run(scenario, seed);
      SimulationReport.print(result, out);
      return 0;
    } catch (SettingsException e) {
      spec.commandLine().getErr().println("simulate: " + e.getMessage());
      return 2;
    } finally {
      out.flush();
    }
  }

  /** What a file would say. */
  private Map<String, Object> options() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("warm-up", "1h");
    all.put("length", length);
    all.put(
        "calls",
        List.of(Map.of("queue", queue, "per-hour", perHour, "hold", hold, "patience", patience)));
    all.put("agents", List.of(Map.of("from", 1001, "count", agents, "skills", Map.of(skill, 5))));
    return all;
  }
}
