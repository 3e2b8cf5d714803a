package io.voltline.engine.admin;

import io.voltline.domain.flow.Trial;
import io.voltline.engine.call.flow.FlowFiles;
import io.voltline.engine.call.flow.FlowProblem;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Versions of flows are tried and rolled back here. May block; throws {@link Unavailable}. */
public final class FlowDesk {
  private static final Logger log = LoggerFactory.getLogger(FlowDesk.class);
  private static final String KIND = "flow";

  private final FlowShelf shelf;
  private final ChangeBook changes;
  private final InstantSource clock;

  public FlowDesk(FlowShelf shelf, ChangeBook changes, InstantSource clock) {
    this.shelf = shelf;
    this.changes = changes;
    this.clock = clock;
  }

  /** Every flow that runs or stands in the folder, by name. */
  public List<KeptFlow> list() {
    try {
      FlowFiles files = shelf.read();
      Map<String, Trial> trials = shelf.trials();
      return names(files).stream().map(name -> flow(name, files, trials)).toList();
    } catch (IOException e) {
      throw new Unavailable("flows", e);
    }
  }

  /**
   * Tries a version on a share of the calls, or none any more. Calls that have begun keep theirs.
   *
   * @param seen what was tried when it was decided on
   * @throws Refused NOT_FOUND, INVALID when the version has a mistake, CONFLICT when something else
   *     is tried by now
   */
  public synchronized KeptFlow set(
      Actor by, String name, Optional<Trial> trial, Optional<Trial> seen) throws Refused {
    KeptFlow flow = find(name);
    if (!flow.trial().equals(seen)) {
      throw new Refused(
          Refused.Reason.CONFLICT, "of flow " + name + " something else is tried by now");
    }
    if (trial.isPresent()) {
      check(flow, trial.get().version());
    }
    if (!trial.equals(seen)) {
      change(by, flow, trial);
    }
    return find(name);
  }

  private void change(Actor by, KeptFlow flow, Optional<Trial> trial) {
    String name = flow.name();
    try {
      changes.keep(
          by,
          clock.instant(),
          new Change.What(KIND, name, Change.Action.CHANGE),
          facts(flow, flow.trial()),
          facts(flow, trial),
          () -> write(name, trial));
    } catch (RuntimeException e) {
      // What nobody could be told of must not run.
      write(name, flow.trial());
      throw e;
    }
    log.info(
        "flow {}: {} tried by {}", name, trial.map(Trial::toString).orElse("none"), by.agent());
  }

  private void write(String name, Optional<Trial> trial) {
    try {
      shelf.set(name, trial);
    } catch (IOException e) {
      throw new UncheckedIOException("the trial of flow " + name + " can't be written", e);
    }
  }

  private static Map<String, Object> facts(KeptFlow flow, Optional<Trial> trial) {
    return Map.of(
        "running", flow.running().map(String::valueOf).orElse(""),
        "trial", trial.map(it -> "v" + it.version()).orElse(""),
        "share", trial.map(it -> it.percent() + " %").orElse(""));
  }

  private KeptFlow find(String name) throws Refused {
    return list().stream()
        .filter(flow -> flow.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no flow " + name));
  }

  private static void check(KeptFlow flow, int version) throws Refused {
    List<FlowProblem> problems =
        flow.standBy().stream()
            .filter(it -> it.version() == version)
            .findFirst()
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Reason.NOT_FOUND,
                        "there is no " + FlowFiles.fileOf(flow.name(), version)))
            .problems();
    if (!problems.isEmpty()) {
      throw new Refused(Refused.Reason.INVALID, "/trial/version: " + problems.getFirst());
    }
  }

  private Set<String> names(FlowFiles files) {
    var names = new TreeSet<>(shelf.running().keySet());
    names.addAll(files.flows().keySet());
    names(files.standBy().keySet().stream()).forEach(names::add);
    names(files.problems().stream().map(FlowProblem::file)).forEach(names::add);
    return names;
  }

  private static Stream<String> names(Stream<String> standBy) {
    return standBy.flatMap(file -> FlowFiles.Named.of(file).stream()).map(FlowFiles.Named::flow);
  }

  private KeptFlow flow(String name, FlowFiles files, Map<String, Trial> trials) {
    List<KeptFlow.StandBy> standBy =
        Stream.concat(
                files.standBy().keySet().stream(), files.problems().stream().map(FlowProblem::file))
            .distinct()
            .flatMap(file -> FlowFiles.Named.of(file).stream())
            .filter(it -> it.flow().equals(name))
            .map(it -> standBy(it, files))
            .sorted(Comparator.comparingInt(KeptFlow.StandBy::version))
            .toList();
    return new KeptFlow(
        name,
        Optional.ofNullable(shelf.running().get(name)),
        Optional.ofNullable(trials.get(name)),
        standBy,
        problems(name + ".json", files));
  }

  private static KeptFlow.StandBy standBy(FlowFiles.Named named, FlowFiles files) {
    return new KeptFlow.StandBy(
        named.version(), problems(FlowFiles.fileOf(named.flow(), named.version()), files));
  }

  private static List<FlowProblem> problems(String file, FlowFiles files) {
    return files.problems().stream().filter(it -> it.file().equals(file)).toList();
  }
}
