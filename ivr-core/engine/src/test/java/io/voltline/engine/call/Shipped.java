package io.voltline.engine.call;

import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.LintFacts;
import io.voltline.domain.flow.Prompts;
import io.voltline.domain.flow.Spoken;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.call.flow.FlowFiles;
import io.voltline.engine.call.flow.PromptManifest;
import io.voltline.engine.desk.WorkOrderTypesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the project ships. */
final class Shipped {

  /** Says prompts by their ids and values as Java does. */
  static final Speaker SPEAKER =
      (spoken, _) ->
          spoken.stream()
              .map(
                  piece ->
                      switch (piece) {
                        case Spoken.Prompt(String id) -> id;
                        case Spoken.Read read -> read.value().toString();
                      })
              .toList();

  private Shipped() {}

  static Prompts prompts() throws IOException {
    return new PromptManifest(Path.of("../../sounds/manifest.json"));
  }

  static FlowBook flows() throws IOException {
    FlowFiles files = FlowFiles.read(Path.of("../../dialplans/ivr"), facts());
    return new FlowBook("main", files.flows());
  }

  static LintFacts facts() throws IOException {
    var queues =
        Stream.of("general", "fault", "outage", "bill", "business", "complaint", "danger")
            .map(QueueId::new)
            .collect(Collectors.toSet());
    return new LintFacts(prompts(), queues, Set.of(), WorkOrderTypesFile.read().ids());
  }
}
