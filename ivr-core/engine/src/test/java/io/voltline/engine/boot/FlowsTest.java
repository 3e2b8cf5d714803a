package io.voltline.engine.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.flow.Trial;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Versions of a flow side by side: tried on a share of the calls, and rolled back. */
class FlowsTest {
  private static final Path MENU = Path.of("src/test/resources/flows/good/menu.json");
  private static final int CALLS = 2_000;

  private static final QueueId CHARGING = new QueueId("charging");
  @TempDir private Path house = Path.of("");
  private Set<QueueId> queues = Set.of(new QueueId("general"));
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void twoVersions() throws IOException {
    Files.createDirectory(house.resolve("flows"));
    write("main.json", 1);
    write("main.v2.json", 2);
  }

  @Test
  void aVersionThatStandsByIsNotUsedUntilItIsTried() {
    assertThat(share(flows())).isZero();
  }

  @Test
  void aShareOfTheCallsTriesItAndEachKeepsWhatItBeganWith() {
    Flows flows = flows();
    assertThat(flow("try", "main", "2", "10")).isZero();
    flows.look();
    assertThat(share(flows)).isBetween(0.07, 0.13);
    assertThat(IntStream.range(0, CALLS).mapToObj(call -> version(flows, call)).toList())
        .isEqualTo(IntStream.range(0, CALLS).mapToObj(call -> version(flows, call)).toList());
    assertThat(flow("try", "main", "2", "100")).isZero();
    flows.look();
    assertThat(share(flows)).isEqualTo(1);
  }

  @Test
  void oneCommandRollsItBack() {
    Flows flows = flows();
    assertThat(flow("try", "main", "2", "100")).isZero();
    flows.look();
    assertThat(flow("back", "main")).isZero();
    flows.look();
    assertThat(share(flows)).isZero();
    assertThat(flow("back", "main")).isEqualTo(2);
    assertThat(said.toString()).contains("no version of flow main is tried");
  }

  @Test
  void aVersionThatIsNotThereIsRefused() {
    assertThat(flow("try", "main", "3", "10")).isEqualTo(2);
    assertThat(flow("try", "main", "2", "110")).isEqualTo(2);
    assertThat(said.toString()).contains("main.v3.json", "not 110");
    assertThat(house.resolve("trials.json")).doesNotExist();
  }

  @Test
  void aFlowThatIsMadeWorseStaysAsItWas() throws IOException {
    Flows flows = flows();
    Files.writeString(house.resolve("flows/main.json"), "{");
    flows.look();
    assertThat(version(flows, 1)).isEqualTo(1);
    write("main.json", 7);
    flows.look();
    assertThat(version(flows, 1)).isEqualTo(7);
  }

  @Test
  void trialsThatMakeNoSenseStayAsTheyWere() throws IOException {
    Flows flows = flows();
    flow("try", "main", "2", "100");
    flows.look();
    Files.writeString(
        house.resolve("trials.json"), "{ \"main\": { \"version\": 2, \"percent\": 200 } }");
    flows.look();
    assertThat(share(flows)).isEqualTo(1);
    Files.writeString(house.resolve("trials.json"), "[");
    flows.look();
    assertThat(share(flows)).isEqualTo(1);
  }

  @Test
  void aVersionWhoseNameLiesIsRefused() throws IOException {
    write("main.v4.json", 5);
    Flows flows = flows();
    assertThat(flow("try", "main", "4", "100")).isZero();
    flows.look();
    assertThat(version(flows, 1)).isEqualTo(1);
  }

  @Test
  void whatStandsByIsShownWithItsMistakesBeforeItIsTried() throws IOException {
    write("main.v5.json", 6);
    var flows = flows();
    assertThat(flows.running()).containsEntry("main", 1);
    assertThat(flows.read().problems()).anyMatch(it -> it.file().equals("main.v5.json"));
    flows.set("main", Optional.of(new Trial(2, 100)));
    assertThat(flows.trials()).containsEntry("main", new Trial(2, 100));
    flows.look();
    assertThat(version(flows, 1)).isEqualTo(2);
    flows.set("main", Optional.empty());
    flows.look();
    assertThat(version(flows, 1)).isEqualTo(1);
  }

  @Test
  void aFlowMayLeadToAQueueAsSoonAsItIsThere() throws IOException {
    Files.writeString(
        house.resolve("flows/main.v2.json"),
        Files.readString(MENU)
            .replace("\"version\": 1", "\"version\": 2")
            .replace("\"queue\": \"general\"", "\"queue\": \"charging\""));
    var flows = flows();
    assertThat(flows.read().problems()).anyMatch(it -> it.message().contains("'charging'"));
    assertThat(flows.to(CHARGING)).isEmpty();
    queues = Set.of(new QueueId("general"), CHARGING);
    flows.look();
    assertThat(flows.read().problems()).isEmpty();
    assertThat(flows.to(CHARGING)).containsExactly("main.v2.json");
  }

  private void write(String file, int version) throws IOException {
    Files.writeString(
        house.resolve("flows").resolve(file),
        Files.readString(MENU).replace("\"version\": 1", "\"version\": " + version));
  }

  private Flows flows() {
    Path none = house;
    var paths =
        new Settings.Paths(
            none,
            house.resolve("flows"),
            house.resolve("trials.json"),
            none,
            Path.of("../../sounds/manifest.json"),
            none,
            none,
            none,
            none,
            none,
            none,
            none,
            none,
            none);
    return Flows.read(paths, () -> queues);
  }

  private static int version(Flows flows, int call) {
    return flows.of(new CallId("vl1-1700000000." + call)).flow("main").orElseThrow().version();
  }

  private static double share(Flows flows) {
    return IntStream.range(0, CALLS).filter(call -> version(flows, call) == 2).count()
        / (double) CALLS;
  }

  private int flow(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    var all =
        Stream.concat(
            Stream.of(
                "flow",
                "--trials",
                house.resolve("trials.json").toString(),
                "--flows",
                house.resolve("flows").toString()),
            Stream.of(arguments));
    return line.execute(all.toArray(String[]::new));
  }
}
