package io.voltline.testkit.house;

import io.voltline.testkit.sip.Crowd;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.ScriptedCaller;
import io.voltline.testkit.sip.SipSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Scanner;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One house: its parts run under {@code home/var} and listen on the contract's ports plus an
 * offset.
 *
 * @param project root of the checkout, where {@code ops/} is
 * @param home what {@code VOLTLINE_HOME} names
 * @param bind the address it listens on
 * @param offset added to every port
 */
public record House(Path project, Path home, String bind, int offset) {
  /** The centre's own number. */
  public static final String NUMBER = "95598";

  /** Where faxes come in. */
  public static final String FAX_NUMBER = "955987";

  /** Starts what is down; returns when a call can be taken. */
  public void up() {
    ops("up");
  }

  /**
   * The same; an engine that starts takes these settings.
   *
   * @param settings a file as {@code VOLTLINE_CONFIG} names one
   */
  public void up(Path settings) {
    run(Map.of("VOLTLINE_CONFIG", settings.toString()), "up");
  }

  /**
   * Kills a part without giving it time for a word, as a power cut would; returns when it is dead.
   */
  public void kill(String part) {
    ProcessHandle process = process(part);
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Stops everything without waiting for talks to end. */
  public void downNow() {
    ops("down", "--now");
  }

  /**
   * Runs a command of {@code ops/} on this house and returns what it printed.
   *
   * @throws IllegalStateException with its output when it fails
   */
  public String ops(String command, String... arguments) {
    return run(Map.of(), command, arguments);
  }

  private String run(Map<String, String> settings, String command, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(project.resolve("ops/" + command).toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(environment());
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("ops/" + command + " failed:\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Its API and its events. */
  public Api api() {
    return new Api(http());
  }

  /** {@code http://…} of the desk. */
  public URI http() {
    return URI.create("http://%s:%d".formatted(bind, 8_080 + offset));
  }

  /** Who may sign in. */
  public List<Account> accounts() {
    return JsonMapper.shared()
        .readValue(var().resolve("accounts.json").toFile(), new TypeReference<List<Account>>() {});
  }

  /** One of them. */
  public Account account(String agentNo) {
    return accounts().stream()
        .filter(account -> account.agentNo().equals(agentNo))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no account " + agentNo));
  }

  /** Somebody calls the centre. */
  public ScriptedCaller call(String from) {
    return ScriptedCaller.call(sip(), from, NUMBER);
  }

  /** Many people call the centre and ask for an agent. */
  public Crowd crowd(String prefix, int size, int perSecond) {
    return Crowd.call(sip(), prefix, NUMBER, size, perSecond);
  }

  /** Puts an agent's desk phone into service. */
  public DeskPhone phone(Account agent, DeskPhone.Manner manner) {
    return DeskPhone.register(sip(), agent.agentNo(), agent.sipPassword(), manner);
  }

  /** A customer's phone, at which the trunk's calls out arrive; one at a time. */
  public DeskPhone customerPhone(DeskPhone.Manner manner) {
    return DeskPhone.at(sip(), trunkOut(), manner);
  }

  /** The port at which the trunk's calls out arrive. */
  public int trunkOut() {
    return 5_090 + offset;
  }

  /** Where calls go. */
  public SipSite sip() {
    return new SipSite(
        bind + ":" + (5_060 + offset),
        List.of(project.resolve("ops/lib/in-root").toString(), "sipp"),
        environment());
  }

  /** Where its parts keep everything. */
  public Path var() {
    return home.resolve("var");
  }

  /** A part's process, while it is up. */
  public ProcessHandle process(String part) {
    // The process id and when it started.
    try (Scanner file =
        new Scanner(var().resolve("run/" + part + ".pid"), StandardCharsets.UTF_8)) {
      return ProcessHandle.of(file.nextLong())
          .orElseThrow(() -> new IllegalStateException(part + " is not running"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has every engine that starts from now on take these settings over the defaults. */
  public void settings(String hocon) {
    try {
      Files.writeString(settings(), hocon);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path settings() {
    return home.resolve("settings.conf");
  }

  /** What makes any command of {@code ops/} speak of this house. */
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("VOLTLINE_HOME", home.toString());
    environment.put("VOLTLINE_BIND", bind);
    environment.put("VOLTLINE_TRUNK_OUT", "127.0.0.1:" + trunkOut());
    environment.put("VOLTLINE_PORT_OFFSET", Integer.toString(offset));
    if (Files.exists(settings())) {
      environment.put("VOLTLINE_CONFIG", settings().toString());
    }
    return Map.copyOf(environment);
  }
}
