package io.voltline.engine.boot;

import io.voltline.domain.flow.LintFacts;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.call.flow.PromptManifest;
import io.voltline.engine.desk.WorkOrderTypesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** What flows may name, gathered from where it stands. */
final class FlowFacts {
  private FlowFacts() {}

  /**
   * Reads the prompts' manifest.
   *
   * @throws IOException when it can't be read
   */
  static LintFacts of(Path prompts, Set<QueueId> queues) throws IOException {
    return new LintFacts(
        new PromptManifest(prompts), queues, Set.of(), WorkOrderTypesFile.read().ids());
  }
}
