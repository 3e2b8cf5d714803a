package io.voltline.engine.boot;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The engine and its tools on the command line. */
@Command(
    name = "voltline",
    description = "The call-centre engine and its tools.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      Serve.class,
      LintFlow.class,
      TryFlow.class,
      SwitchStorm.class,
      TellNotice.class,
      ReplayJournal.class,
      Simulate.class,
      CommandLine.HelpCommand.class
    })
public final class Main {
  private Main() {}

  /** Exits with 0 when all went well, 1 when not, 2 when it was called or set up wrongly. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }
}
