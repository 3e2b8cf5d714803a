package io.voltline.engine.boot;

import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.call.flow.FlowFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The flows that callers go through. */
final class Flows {
  private static final Logger log = LoggerFactory.getLogger(Flows.class);

  /** Where every call begins. */
  private static final String MAIN = "main";

  private final Map<String, Flow> flows;

  private Flows(Map<String, Flow> flows) {
    this.flows = flows;
  }

  /** Reads what can be read; every mistake is told with its place and leaves its flow out. */
  static Flows read(Path folder, Path prompts, Set<QueueId> queues) {
    try {
      FlowFiles files = FlowFiles.read(folder, FlowFacts.of(prompts, queues));
      files.problems().forEach(problem -> log.error("flow refused: {}", problem));
      return new Flows(files.flows());
    } catch (IOException e) {
      log.error("no flows: can't read {}", e.getMessage());
      return new Flows(Map.of());
    }
  }

  boolean complete() {
    return flows.containsKey(MAIN);
  }

  /**
   * The flows a call goes through.
   *
   * @throws IllegalStateException when they are not {@link #complete}
   */
  FlowBook of(CallId call) {
    if (!complete()) {
      throw new IllegalStateException("there is no flow " + MAIN + " for " + call);
    }
    return new FlowBook(MAIN, flows);
  }
}
