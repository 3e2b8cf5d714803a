package io.voltline.testkit.cli;

import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.audio.Wav;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ops/call}: places one scripted call on the running house and tells, as it happens, what
 * the caller hears and what becomes of the call. Exit 0 when it went as the keys ask, 1 when not, 2
 * when asked wrongly; the last line is the call id.
 */
@Command(name = "ops/call", mixinStandardHelpOptions = true)
public final class CallMain implements Callable<Integer> {
  /** Reads what becomes of calls; signed in only for that. */
  private static final String WATCHER = "3002";

  private static final String DEFAULT_AGENT = "1011";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
  private CommandSpec spec;

  @Option(names = "--from", description = "the caller's number")
  private String from = "00000000001";

  @Option(
      names = "--keys",
      split = ",",
      description = "keys to press, each after a pause of its own")
  private @Nullable List<String> keys;

  @Option(names = "--wav", description = "what the caller says")
  private @Nullable Path wav;

  @Option(names = "--seconds", description = "length of the talk")
  private int seconds = 8;

  @Option(names = "--agent", description = "a desk-phone agent who signs in, answers and talks")
  private @Nullable String agent;

  @Option(names = "--lang", description = "the caller's language, when no keys are given: zh or en")
  private String lang = "zh";

  /** The command line. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** Whatever goes wrong is told in one line. */
  static CommandLine commandLine() {
    return new CommandLine(new CallMain())
        .setParameterExceptionHandler(
            (wrong, _) ->
                complain(wrong.getCommandLine(), wrong.getMessage() + " (see ops/call --help)", 2))
        .setExecutionExceptionHandler(
            (failure, line, _) -> complain(line, String.valueOf(failure.getMessage()), 1));
  }

  private static int complain(CommandLine line, String message, int exit) {
    line.getErr().println("ops/call: " + message);
    return exit;
  }

  @Override
  public Integer call() {
    check();
    PrintWriter out = spec.commandLine().getOut();
    out.println(play(house(System.getenv()), new Teller(out)));
    return 0;
  }

  private String play(House house, Teller teller) {
    if (!house.api().ready()) {
      throw new CallFailed(
          "the house is not up: run ops/up first (ops/status tells what is missing)");
    }
    Voice voice = voice();
    try (Desk watcher = house.api().signIn(house.account(WATCHER))) {
      Optional<String> own = Optional.ofNullable(agent).or(() -> agentWhenNobodyIsThere(watcher));
      if (own.isEmpty()) {
        return script(voice, Optional.empty()).play(house, watcher, teller);
      }
      teller.tell("agent " + own.get() + " signs in with a desk phone");
      try (Seat seat = Seat.take(house, own.get(), DeskPhone.Manner.ANSWERS)) {
        return script(voice, Optional.of(seat)).play(house, watcher, teller);
      }
    }
  }

  private CallScript script(Voice voice, Optional<Seat> own) {
    List<String> pressed = keys != null ? keys : List.of(lang.equals("en") ? "2" : "1", "0");
    return new CallScript(from, pressed, voice, Duration.ofSeconds(seconds), own);
  }

  private Voice voice() {
    return wav != null
        ? Voice.of(Wav.read(wav).channels().getFirst())
        : Voice.tone(CallScript.CALLER_TONE);
  }

  private static Optional<String> agentWhenNobodyIsThere(Desk watcher) {
    boolean somebody =
        watcher.agents().stream()
            .anyMatch(
                one ->
                    one.path("role").asString().equals("agent")
                        && !one.path("state").asString().equals("SIGNED_OUT"));
    return somebody ? Optional.empty() : Optional.of(DEFAULT_AGENT);
  }

  private void check() {
    List<String> given = keys == null ? List.of() : keys;
    require(given.stream().allMatch(key -> key.matches("[0-9*#]")), "--keys wants 1,0 or the like");
    require(seconds >= 1 && seconds <= 600, "--seconds wants 1 to 600");
    require(lang.equals("zh") || lang.equals("en"), "--lang wants zh or en");
    require(wav == null || Files.isReadable(wav), "--wav wants a file that can be read");
    require(from.matches("[0-9+]{3,20}"), "--from wants a phone number");
  }

  private void require(boolean met, String message) {
    if (!met) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private static House house(Map<String, String> environment) {
    return new House(
        Path.of(environment.getOrDefault("VOLTLINE_PROJECT", ".")).toAbsolutePath(),
        Path.of(environment.getOrDefault("VOLTLINE_HOME", ".")).toAbsolutePath(),
        environment.getOrDefault("VOLTLINE_BIND", "127.0.0.1"),
        Integer.parseInt(environment.getOrDefault("VOLTLINE_PORT_OFFSET", "0")));
  }
}
