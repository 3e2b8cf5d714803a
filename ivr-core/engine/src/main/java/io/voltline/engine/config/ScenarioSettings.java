package io.voltline.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.simulation.Arrivals;
import io.voltline.domain.simulation.CallClass;
import io.voltline.domain.simulation.Law;
import io.voltline.domain.simulation.Rate;
import io.voltline.domain.simulation.Scenario;
import io.voltline.domain.simulation.TraceReader;
import io.voltline.domain.simulation.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what is to be simulated; {@code ops/scenarios} explains every option by example. */
public final class ScenarioSettings {
  private static final String ROOT = "simulation";
  private static final Duration YEARS = Duration.ofDays(3_650);
  private static final int MOST = 1_000_000;

  private final RoutingProfile profile;
  private final Path folder;

  private ScenarioSettings(RoutingProfile profile, Path folder) {
    this.profile = profile;
    this.folder = folder;
  }

  /**
   * The scenario of a file.
   *
   * @throws SettingsException naming key, file and line of the first mistake
   */
  public static Scenario read(Path file, RoutingProfile profile) {
    if (!Files.isRegularFile(file)) {
      throw new SettingsException("there is no file " + file);
    }
    try {
      Config all =
          ConfigFactory.parseFile(
                  file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
              .resolve(ConfigResolveOptions.noSystem());
      return read(all, profile, file.toAbsolutePath().resolveSibling(""));
    } catch (ConfigException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The scenario of options, in the same words as in a file.
   *
   * @throws SettingsException naming the first mistake
   */
  public static Scenario read(Map<String, Object> options, RoutingProfile profile) {
    Config all = ConfigFactory.parseMap(Map.of(ROOT, options), "the options");
    return read(all, profile, Path.of(""));
  }

  private static Scenario read(Config all, RoutingProfile profile, Path folder) {
    Section root = new Section(all, "scenario");
    root.nothingBut(Set.of(ROOT));
    return new ScenarioSettings(profile, folder)
        .scenario(new Section(all.getConfig(ROOT), ROOT), root);
  }

  private Scenario scenario(Section at, Section root) {
    at.nothingBut(
        Set.of(
            "warm-up", "length", "lines", "calls", "storms", "trace", "redial", "agents",
            "manner"));
    try {
      return new Scenario(
          profile,
          at.has("trace") ? trace(at.in("trace")) : formula(at),
          at.has("redial") ? redial(at.in("redial")) : Scenario.Redial.NEVER,
          at.each("agents").stream().flatMap(group -> workers(group).stream()).toList(),
          at.has("manner") ? manner(at.in("manner")) : Scenario.Manner.PROMPT,
          at.has("lines") ? at.number("lines", 1, MOST) : MOST,
          at.has("warm-up") ? at.millis("warm-up", Duration.ZERO, YEARS) : 0,
          at.millis("length", Duration.ofMinutes(1), YEARS));
    } catch (IllegalArgumentException e) {
      throw root.blame(ROOT, String.valueOf(e.getMessage()));
    }
  }

  private Arrivals formula(Section at) {
    List<Rate.Storm> storms =
        at.has("storms") ? at.each("storms").stream().map(this::storm).toList() : List.of();
    return new Arrivals.Formula(
        at.each("calls").stream().map(calls -> load(calls, storms)).toList());
  }

  private Arrivals.Load load(Section calls, List<Rate.Storm> storms) {
    calls.nothingBut(Set.of("queue", "demand", "priority", "per-hour", "day", "hold", "patience"));
    List<Rate.Piece> day =
        calls.has("day")
            ? calls.each("day").stream().map(this::piece).toList()
            : List.of(new Rate.Piece(0, calls.real("per-hour", 0, MOST)));
    try {
      return new Arrivals.Load(
          callClass(calls), new Rate(day, storms), law(calls, "hold"), patience(calls));
    } catch (IllegalArgumentException e) {
      throw calls.blame("day", String.valueOf(e.getMessage()));
    }
  }

  private CallClass callClass(Section calls) {
    QueueRule rule = calls.value("queue", this::rule);
    Demand demand = calls.has("demand") ? calls.value("demand", Demand::parse) : rule.demand();
    return new CallClass(
        rule.id(), demand, calls.has("priority") ? calls.number("priority", 0, 9) : 0);
  }

  private QueueRule rule(String name) {
    QueueRule rule = profile.queues().get(new QueueId(name));
    if (rule == null) {
      throw new IllegalArgumentException("there is no queue '" + name + "'");
    }
    return rule;
  }

  private Rate.Piece piece(Section piece) {
    piece.nothingBut(Set.of("from", "per-hour"));
    return new Rate.Piece(
        piece.value("from", ScenarioSettings::timeOfDay), piece.real("per-hour", 0, MOST));
  }

  private Rate.Storm storm(Section storm) {
    storm.nothingBut(Set.of("from", "lasts", "factor"));
    long from = storm.millis("from", Duration.ZERO, YEARS);
    return new Rate.Storm(
        from,
        from + storm.millis("lasts", Duration.ofSeconds(1), YEARS),
        storm.real("factor", 0.001, 1_000));
  }

  private Arrivals trace(Section trace) {
    trace.nothingBut(Set.of("file", "hold", "patience"));
    Path file = folder.resolve(trace.text("file"));
    try {
      List<Arrivals.Recorded> calls = TraceReader.read(Files.readAllLines(file));
      calls.forEach(call -> rule(call.asks().queue().value()));
      return new Arrivals.Trace(calls, law(trace, "hold"), patience(trace));
    } catch (IOException e) {
      throw trace.blame("file", "can't read " + file);
    } catch (IllegalArgumentException e) {
      throw trace.blame("file", file.getFileName() + ", " + e.getMessage());
    }
  }

  private Scenario.Redial redial(Section redial) {
    redial.nothingBut(Set.of("chance", "delay", "most"));
    return new Scenario.Redial(
        redial.real("chance", 0, 1), law(redial, "delay"), redial.number("most", 1, 1_000));
  }

  private Scenario.Manner manner(Section manner) {
    manner.nothingBut(Set.of("answer", "silent", "back", "wrap-up"));
    return new Scenario.Manner(
        law(manner, "answer"),
        manner.real("silent", 0, 0.999),
        law(manner, "back"),
        law(manner, "wrap-up"));
  }

  private List<Worker> workers(Section group) {
    group.nothingBut(Set.of("count", "from", "skills", "reserve", "shifts"));
    int from = group.number("from", 1, 999_999);
    List<Certificate> certificates = certificates(group);
    List<Worker.Shift> shifts =
        group.has("shifts")
            ? group.texts("shifts").stream().map(text -> shift(group, text)).toList()
            : List.of();
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < group.number("count", 1, MOST); i++) {
      try {
        workers.add(new Worker(new AgentNo("%04d".formatted(from + i)), certificates, shifts));
      } catch (IllegalArgumentException e) {
        throw group.blame("count", String.valueOf(e.getMessage()));
      }
    }
    return workers;
  }

  private static List<Certificate> certificates(Section group) {
    Section skills = group.in("skills");
    List<String> reserve = group.has("reserve") ? group.texts("reserve") : List.of();
    reserve.stream()
        .filter(skill -> !skills.has(skill))
        .findFirst()
        .ifPresent(
            skill -> {
              throw group.blame("reserve", skill + " is not among the skills");
            });
    return skills.keys().stream()
        .map(
            skill ->
                new Certificate(
                    new SkillId(skill),
                    skills.number(skill, 1, 10),
                    reserve.contains(skill),
                    OptionalLong.empty()))
        .toList();
  }

  private static Worker.Shift shift(Section group, String text) {
    try {
      String[] ends = text.split("-", 2);
      return new Worker.Shift(timeOfDay(ends[0]), timeOfDay(ends.length < 2 ? "" : ends[1]));
    } catch (IllegalArgumentException e) {
      throw group.blame("shifts", "'" + text + "': " + e.getMessage());
    }
  }

  private static Law patience(Section at) {
    return at.has("patience") ? law(at, "patience") : new Law.Never();
  }

  private static Law law(Section at, String name) {
    return at.value(name, LawText::read);
  }

  private static long timeOfDay(String text) {
    String[] parts = text.strip().split(":", -1);
    if (parts.length == 2 && (parts[0] + parts[1]).matches("[0-9]{4}")) {
      long minutes = Integer.parseInt(parts[0]) * 60L + Integer.parseInt(parts[1]);
      if (minutes <= 24 * 60) {
        return minutes * 60_000;
      }
    }
    throw new IllegalArgumentException("not a time of day: '" + text + "'");
  }
}
