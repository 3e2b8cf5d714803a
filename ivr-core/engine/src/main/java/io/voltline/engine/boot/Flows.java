package io.voltline.engine.boot;

import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.Trial;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.admin.FlowShelf;
import io.voltline.engine.call.flow.FlowFiles;
import io.voltline.engine.call.flow.TrialsFile;
import io.voltline.engine.config.Settings;
import io.voltline.engine.upkeep.Periodic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flows that callers go through, read again when their files change, or the queues there are.
 * New calls go by what was read last; a call keeps what it began with.
 */
final class Flows implements FlowShelf, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Flows.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** Where every call begins. */
  private static final String MAIN = "main";

  private final Path folder;
  private final Path prompts;
  private final Path trialsFile;
  private final Supplier<Set<QueueId>> queues;
  private final Periodic looks = new Periodic("flows", EVERY, this::look);
  private volatile FlowFiles files = new FlowFiles(Map.of(), Map.of(), List.of());
  private volatile Map<String, Trial> trials = Map.of();
  private List<String> flowsSeen = List.of();
  private List<String> trialsSeen = List.of();

  private Flows(Path folder, Path prompts, Path trialsFile, Supplier<Set<QueueId>> queues) {
    this.folder = folder;
    this.prompts = prompts;
    this.trialsFile = trialsFile;
    this.queues = queues;
  }

  /** Reads what can be read; every mistake is told with its place and leaves its flow out. */
  static Flows read(Settings.Paths paths, Supplier<Set<QueueId>> queues) {
    var flows = new Flows(paths.flows(), paths.prompts(), paths.flowTrials(), queues);
    flows.look();
    return flows;
  }

  /** Begins to look for changes. */
  void start() {
    looks.start();
  }

  @Override
  public void close() {
    looks.close();
  }

  /** Reads what has changed. */
  boolean look() {
    try {
      List<String> flowsNow = fingerprints();
      if (!flowsNow.equals(flowsSeen)) {
        flowsSeen = flowsNow;
        take(read());
      }
    } catch (IOException e) {
      log.error("flows stay as they are: can't read {}", e.getMessage());
    }
    try {
      List<String> trialsNow =
          Files.exists(trialsFile) ? List.of(fingerprint(trialsFile)) : List.of();
      if (!trialsNow.equals(trialsSeen)) {
        trialsSeen = trialsNow;
        trials = TrialsFile.read(trialsFile);
        log.info("tried: {}", trials);
      }
    } catch (IOException e) {
      log.error("trials of flows stay as they are: {}", e.getMessage());
    }
    return true;
  }

  private void take(FlowFiles read) {
    read.problems().forEach(problem -> log.error("flow refused: {}", problem));
    // At the start a part is better than nothing; later what callers go through is whole already.
    if (read.problems().isEmpty() || !complete()) {
      files = read;
      read.flows()
          .values()
          .forEach(flow -> log.info("flow {} version {}", flow.name(), flow.version()));
    } else {
      log.error("the flows before stay");
    }
  }

  /** Of whatever a flow's being fit for callers depends on. */
  private List<String> fingerprints() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      var all = new ArrayList<String>();
      queues.get().stream().map(QueueId::value).sorted().forEach(all::add);
      for (Path path : paths.sorted().toList()) {
        all.add(fingerprint(path));
      }
      return all;
    }
  }

  private static String fingerprint(Path path) throws IOException {
    return path + " " + Files.getLastModifiedTime(path) + " " + Files.size(path);
  }

  @Override
  public Map<String, Integer> running() {
    return files.flows().values().stream().collect(Collectors.toMap(Flow::name, Flow::version));
  }

  @Override
  public FlowFiles read() throws IOException {
    return FlowFiles.read(folder, FlowFacts.of(prompts, queues.get()));
  }

  @Override
  public Map<String, Trial> trials() throws IOException {
    return TrialsFile.read(trialsFile);
  }

  @Override
  public void set(String flow, Optional<Trial> trial) throws IOException {
    TrialsFile.set(trialsFile, flow, trial);
  }

  /** The flows and versions that stand by which lead callers to this queue, by name. */
  List<String> to(QueueId queue) {
    FlowFiles now = files;
    return Stream.of(now.flows(), now.standBy())
        .flatMap(some -> some.entrySet().stream())
        .filter(one -> one.getValue().queues().contains(queue))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  boolean complete() {
    return files.flows().containsKey(MAIN);
  }

  /**
   * The flows a call goes through.
   *
   * @throws IllegalStateException when they are not {@link #complete}
   */
  FlowBook of(CallId call) {
    FlowFiles now = files;
    if (!now.flows().containsKey(MAIN)) {
      throw new IllegalStateException("there is no flow " + MAIN + " for " + call);
    }
    Map<String, Flow> chosen = new TreeMap<>(now.flows());
    trials.forEach(
        (name, trial) -> {
          Flow tried = now.standBy().get(FlowFiles.fileOf(name, trial.version()));
          if (tried != null && trial.takes(call, name)) {
            log.info("{} goes through version {} of flow {}", call, trial.version(), name);
            chosen.put(name, tried);
          }
        });
    return new FlowBook(MAIN, chosen);
  }
}
