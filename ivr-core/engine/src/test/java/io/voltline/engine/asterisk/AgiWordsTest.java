package io.voltline.engine.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.asteriskjava.fastagi.command.GetVariableCommand;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.asteriskjava.fastagi.command.StreamFileCommand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Word for word what asterisk-java's own commands say, whatever the argument holds. */
class AgiWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "CHANNEL(language)",
        "a b",
        "停电",
        "\"",
        "\\",
        "\\\"",
        "\\n",
        "a\nHANGUP",
        "$1",
        "%s",
        "\t"
      })
  void saysWhatAsteriskJavaSays(String argument) {
    assertThat(AgiWords.of("STREAM FILE", "voltline/" + argument, argument).buildCommand())
        .isEqualTo(new StreamFileCommand("voltline/" + argument, argument).buildCommand());
    assertThat(AgiWords.of("GET VARIABLE", argument).buildCommand())
        .isEqualTo(new GetVariableCommand(argument).buildCommand());
    assertThat(AgiWords.of("SET VARIABLE", argument, argument).buildCommand())
        .isEqualTo(new SetVariableCommand(argument, argument).buildCommand());
  }
}
