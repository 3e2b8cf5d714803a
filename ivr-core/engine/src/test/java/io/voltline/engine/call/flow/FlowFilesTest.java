package io.voltline.engine.call.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.flow.LintFacts;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.desk.WorkOrderTypesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowFilesTest {

  private static final Path PROJECT = Path.of("../..");
  private static final Path MANIFEST = PROJECT.resolve("sounds/manifest.json");
  private static final Path BAD = Path.of("src/test/resources/flows/bad");

  private static final Path GOOD = Path.of("src/test/resources/flows/good");

  private static final Set<QueueId> QUEUES =
      Stream.of("general", "fault", "outage", "bill", "business", "complaint", "danger")
          .map(QueueId::new)
          .collect(Collectors.toSet());

  private static LintFacts facts() throws IOException {
    return new LintFacts(
        new PromptManifest(MANIFEST), QUEUES, Set.of("000000099"), WorkOrderTypesFile.read().ids());
  }

  static List<Path> badFlows() throws IOException {
    try (Stream<Path> files = Files.list(BAD)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @Test
  void theShippedFlowsAreClean() throws IOException {
    FlowFiles read = FlowFiles.read(PROJECT.resolve("dialplans/ivr"), facts());
    assertThat(read.problems()).isEmpty();
    assertThat(read.flows()).containsKey("main");
  }

  @Test
  void everyKindOfNodeCanBeWritten() throws IOException {
    FlowFiles read = FlowFiles.read(GOOD, facts());
    assertThat(read.problems()).isEmpty();
    assertThat(read.flows()).containsOnlyKeys("menu", "every-node");
  }

  @Test
  void aFlowThatCannotBeReadSpoilsNoneThatCallsIt(@TempDir Path folder) throws IOException {
    Files.copy(GOOD.resolve("every-node.json"), folder.resolve("every-node.json"));
    Files.writeString(folder.resolve("menu.json"), "{");
    FlowFiles read = FlowFiles.read(folder, facts());
    assertThat(read.flows()).containsOnlyKeys("every-node");
    assertThat(read.problems()).allMatch(problem -> problem.file().equals("menu.json"));
  }

  /** Beside each bad flow stands, line by line, what must be said about it. */
  @ParameterizedTest
  @MethodSource("badFlows")
  void eachBadFlowFailsAsTold(Path file, @TempDir Path folder) throws IOException {
    Files.copy(file, folder.resolve(file.getFileName()));
    List<String> expected =
        Files.readAllLines(Path.of(file.toString().replace(".json", ".expected")));
    FlowFiles read = FlowFiles.read(folder, facts());
    assertThat(read.problems()).map(FlowProblem::toString).containsExactlyElementsOf(expected);
    assertThat(read.flows()).isEmpty();
  }

  @Test
  void aBadFlowDoesNotSpoilTheOthers(@TempDir Path folder) throws IOException {
    Files.copy(GOOD.resolve("menu.json"), folder.resolve("main.json"));
    Files.writeString(folder.resolve("broken.json"), "{ \"version\": 1,");
    FlowFiles read = FlowFiles.read(folder, facts());
    assertThat(read.flows()).containsOnlyKeys("main");
    assertThat(read.problems()).isNotEmpty().allMatch(p -> p.file().equals("broken.json"));
  }
}
