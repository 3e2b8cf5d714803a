package io.voltline.engine.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateTest {
  private static final Path EXAMPLE = Path.of("../../ops/scenarios/outage.conf");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @Test
  void aFewOptionsSuffice() {
    assertThat(run("--per-hour", "60", "--agents", "5", "--length", "2d", "--seed", "7")).isZero();
    assertThat(out.toString()).contains("answered within 12 s", "occupancy", "seed 7");
  }

  @Test
  void theSameSeedPrintsTheSame() {
    run("--length", "1d");
    String first = out.toString();
    out.getBuffer().setLength(0);
    run("--length", "1d");

    assertThat(out.toString()).isEqualTo(first);
  }

  @Test
  void theExampleRunsAndTellsOfBothClasses() throws IOException {
    assertThat(run(example("20d", "1d"))).isZero();
    assertThat(out.toString()).contains("general general:1", "fault fault:3 priority 2");
  }

  @Test
  void aRecordedTraceIsFound() throws IOException {
    Files.writeString(folder.resolve("calls.csv"), "0,general,general,0,60\n");

    assertThat(
            run(
                scenario(
                    """
                    simulation {
                      length = 1h
                      trace { file = "calls.csv", hold = 3m }
                      agents = [{ from = 1001, count = 1, skills { general = 5 } }]
                    }
                    """)))
        .isZero();
    assertThat(out.toString()).containsPattern("answered +1\n");
  }

  /** Each mistake is named with its line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "queue = fault|queue = fautl|there is no queue 'fautl'",
        "hold = \"lognormal 3m 0.8\"|hold = \"lognormal 3m\"|'lognormal' lacks a figure",
        "silent = 0.02|silent = seldom|of the wrong kind",
        "from = \"08:00\"|from = \"8\"|not a time of day: '8'",
        "from = \"08:00\"|from = \"23:00\"|times must ascend",
        "demand = \"fault:3\"|demand = \"fault:high\"|not a level: 'high'",
        "factor = 4|factr = 4|no such option",
        "reserve = [general]|reserve = [complaint]|complaint is not among the skills",
        "\"07:00-21:00\"|\"21:00-07:00\"|a shift must end after it began",
        "chance = 0.4|chance = 4|4.0 is not within 0.0 to 1.0",
        "from = 1201|from = 1101|one is there twice",
        "length = 20d|lenght = 20d|no such option",
        "simulation {|simulation [|may not be followed by"
      })
  void aMistakeIsRefusedWithItsPlace(String good, String bad, String problem) throws IOException {
    assertThat(run(example(good, bad))).isEqualTo(2);
    assertThat(err.toString()).contains(problem).containsPattern("scenario.conf(, line |: )\\d+");
  }

  @Test
  void aWrongLineOfATraceIsNamed() throws IOException {
    Files.writeString(folder.resolve("calls.csv"), "0,general,general,0,60\n5,nowhere,general,0\n");
    String trace = "trace { file = \"calls.csv\", hold = 3m }";

    assertThat(run(example("  # trace { file", "  " + trace + "\n # trace { file"))).isEqualTo(2);
    assertThat(err.toString()).contains("there is no queue 'nowhere'");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(run("nowhere.conf")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no file nowhere.conf");
  }

  private String example(String good, String other) throws IOException {
    String text = Files.readString(EXAMPLE);
    assertThat(text).contains(good);
    return scenario(text.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(other)));
  }

  private String scenario(String text) throws IOException {
    return Files.writeString(folder.resolve("scenario.conf"), text).toString();
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "simulate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return line.execute(all);
  }
}
