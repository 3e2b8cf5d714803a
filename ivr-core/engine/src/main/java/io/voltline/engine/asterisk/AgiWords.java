package io.voltline.engine.asterisk;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.fastagi.command.AgiCommand;

/**
 * A command and its arguments in quotes, as asterisk-java would write it; its own commands compile
 * three patterns for each argument, an eighth of the work of a short session.
 */
record AgiWords(String buildCommand) implements AgiCommand {

  static AgiWords of(String command, String... arguments) {
    return new AgiWords(
        Arrays.stream(arguments)
            .map(AgiWords::quoted)
            .collect(Collectors.joining(" ", command + " ", "")));
  }

  /** A line break would begin another command. */
  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "") + '"';
  }

  @Override
  public void setAsteriskVersion(AsteriskVersion version) {
    // These are the same in every version.
  }
}
