package io.voltline.engine.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
  private static final Path PROJECT = Path.of("../..");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @Test
  void helpListsTheCommands() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("serve", "lint-flow", "replay");
  }

  @Test
  void versionNamesTheProduct() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("Voltline ");
  }

  @Test
  void anUnknownCommandIsAMistakeOfTheCaller() {
    assertThat(run("simulat")).isEqualTo(2);
    assertThat(err.toString()).contains("simulat");
  }

  @Test
  void theFlowsThatVoltlineComesWithAreWithoutAMistake() {
    assertThat(run("lint-flow", PROJECT.resolve("dialplans/ivr").toString())).isZero();
    assertThat(out.toString()).contains(", 0 mistakes");
  }

  @Test
  void aMistakeInAFlowIsNamedWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("main.json"), "{\n  \"name\": 3,\n");

    assertThat(run("lint-flow", folder.toString(), "--prompts", manifest())).isEqualTo(1);
    assertThat(out.toString()).contains("main.json:");
  }

  @Test
  void aFolderWithoutFlowsIsNoSuccess() {
    assertThat(run("lint-flow", folder.toString(), "--prompts", manifest())).isEqualTo(1);
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThat(run("lint-flow", "nowhere", "--prompts", manifest())).isEqualTo(2);
    assertThat(out.toString()).contains("nowhere");
  }

  private static String manifest() {
    return PROJECT.resolve("sounds/manifest.json").toString();
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
