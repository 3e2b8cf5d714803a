package io.voltline.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallMainTest {
  private final StringWriter errors = new StringWriter();
  private final StringWriter said = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--keys=1x, --keys wants",
    "--seconds=0, --seconds wants",
    "--lang=fr, --lang wants",
    "--from=nobody, --from wants",
    "--wav=/nonexistent.wav, --wav wants",
    "--nonsense, --nonsense"
  })
  void refusesWhatItDoesNotKnow(String argument, String complaint) {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(errors.toString()).startsWith("ops/call: ").contains(complaint).hasLineCount(1);
  }

  @Test
  void explainsItself() {
    assertThat(run("--help")).isZero();
    assertThat(said.toString())
        .contains("--from", "--keys", "--wav", "--seconds", "--agent", "--lang");
  }

  private int run(String... arguments) {
    return CallMain.commandLine()
        .setErr(new PrintWriter(errors, true))
        .setOut(new PrintWriter(said, true))
        .execute(arguments);
  }
}
