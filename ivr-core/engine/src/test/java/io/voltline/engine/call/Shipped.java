package io.voltline.engine.call;

import static java.util.Objects.requireNonNull;

import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.Prompts;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.call.flow.FlowFiles;
import io.voltline.engine.call.flow.PromptManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** What the project ships. */
final class Shipped {

  private Shipped() {}

  static Prompts prompts() throws IOException {
    return new PromptManifest(Path.of("../../sounds/manifest.json"));
  }

  static Flow flow() throws IOException {
    Path project = Path.of("../..");
    FlowFiles files =
        FlowFiles.read(
            project.resolve("dialplans/ivr"),
            project.resolve("sounds/manifest.json"),
            Set.of(new QueueId("general")));
    return requireNonNull(files.flows().get("main"));
  }
}
