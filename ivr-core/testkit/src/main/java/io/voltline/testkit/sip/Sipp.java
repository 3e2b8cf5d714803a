package io.voltline.testkit.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One SIPp process playing one scenario, in a directory of its own that goes when it is closed. */
final class Sipp implements AutoCloseable {
  private static final Duration STOPS = Duration.ofSeconds(5);

  /** Where {@code -log_file} has to point for {@link #said}. */
  static final String LOG = "scenario.log";

  // A SIPp whose Java is interrupted would go on being somebody's phone.
  private static final Set<Sipp> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(() -> RUNNING.forEach(Sipp::close)));
  }

  private final Path directory;
  private final Process process;

  private Sipp(Path directory, Process process) {
    this.directory = directory;
    this.process = process;
  }

  /**
   * Starts a scenario.
   *
   * @param scenario name of a resource beside this class, without {@code .xml}
   * @param port local UDP port of its signalling
   * @param keys what the scenario calls {@code [name]}
   * @param options more of SIPp's own
   */
  static Sipp start(
      SipSite site, String scenario, int port, Map<String, String> keys, String... options) {
    return start(site, scenario, port, keys, Map.of(), options);
  }

  /**
   * Starts a scenario that reads files.
   *
   * @param files their contents by name, put beside the scenario
   */
  static Sipp start(
      SipSite site,
      String scenario,
      int port,
      Map<String, String> keys,
      Map<String, String> files,
      String... options) {
    try {
      Path directory = Files.createTempDirectory("voltline-sipp-");
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      try (InputStream xml = Sipp.class.getResourceAsStream(scenario + ".xml")) {
        Files.write(
            directory.resolve("scenario.xml"), xml == null ? new byte[0] : xml.readAllBytes());
      }
      for (var file : files.entrySet()) {
        Files.writeString(directory.resolve(file.getKey()), file.getValue());
      }
      List<String> command = new ArrayList<>(site.sipp());
      command.addAll(List.of(site.address(), "-sf", "scenario.xml", "-i", "127.0.0.1"));
      command.addAll(List.of("-p", Integer.toString(port), "-nostdin", "-trace_err"));
      command.addAll(List.of("-error_file", "errors.log"));
      keys.forEach((name, value) -> command.addAll(List.of("-key", name, value)));
      command.addAll(List.of(options));
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().putAll(site.environment());
      builder.redirectErrorStream(true).redirectOutput(directory.resolve("screen.log").toFile());
      Sipp sipp = new Sipp(directory, builder.start());
      RUNNING.add(sipp);
      return sipp;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A UDP port that was free a moment ago. */
  static int freePort() {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it ended within the time, every call having gone as the scenario says. */
  boolean succeedsWithin(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What its scenario wrote with {@code log}, line by line. */
  List<String> said() {
    Path log = directory.resolve(LOG);
    try {
      String text = Files.exists(log) ? Files.readString(log) : "";
      // The last line may not be whole yet.
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins no more calls, and ends with the last of those there are. */
  void finish() {
    try {
      new ProcessBuilder("kill", "-USR1", Long.toString(pid())).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** What SIPp complained of, or the end of its screen when it had no words. */
  String complaint() {
    return Stream.of("errors.log", "screen.log")
        .map(directory::resolve)
        .filter(Files::exists)
        .map(Sipp::tail)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("SIPp said nothing");
  }

  /**
   * Stops it without a word to anybody, as a phone that loses its power; once more does nothing.
   */
  @Override
  public void close() {
    process.destroyForcibly();
    RUNNING.remove(this);
    succeedsWithin(STOPS);
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .map(Path::toFile)
          .forEach(
              file -> {
                if (!file.delete()) {
                  file.deleteOnExit();
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tail(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.substring(Math.max(0, text.length() - 2_000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
