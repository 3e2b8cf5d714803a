package io.voltline.acceptance;

import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.House;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The public network with the fax machines in it: a second Asterisk at the end of the house's
 * trunk. Which machine stands at a number, {@code far-end/extensions.conf} says.
 */
final class FarEnd implements AutoCloseable {
  private static final Duration BOOT = Duration.ofSeconds(30);
  private static final List<String> FILES =
      List.of("asterisk", "extensions", "logger", "modules", "pjsip", "rtp", "udptl");

  private final House house;
  private final Path folder;
  private final Process asterisk;

  private FarEnd(House house, Path folder, Process asterisk) {
    this.house = house;
    this.folder = folder;
    this.asterisk = asterisk;
  }

  static FarEnd open(House house) {
    try {
      Path folder = Files.createTempDirectory("voltline-far-end-");
      for (String file : FILES) {
        Files.writeString(folder.resolve(file + ".conf"), configuration(file, house, folder));
      }
      Process process =
          command(house, folder, "-f", "-n")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("asterisk.log").toFile())
              .start();
      FarEnd end = new FarEnd(house, folder, process);
      await("the far end").atMost(BOOT).until(() -> end.console("core waitfullybooted") == 0);
      return end;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String configuration(String file, House house, Path folder) throws IOException {
    String text;
    try (InputStream in =
        Objects.requireNonNull(FarEnd.class.getResourceAsStream("/far-end/" + file + ".conf"))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Map<String, String> places =
        Map.of(
            "DIR", folder.toString(),
            "SIP_PORT", Integer.toString(house.trunkOut()),
            "HOUSE", house.bind() + ":" + (5_060 + house.offset()),
            "FAX_NUMBER", House.FAX_NUMBER,
            "RTP_START", Integer.toString(12_200 + house.offset()),
            "RTP_END", Integer.toString(12_299 + house.offset()),
            "UDPTL_START", Integer.toString(4_600 + house.offset()),
            "UDPTL_END", Integer.toString(4_699 + house.offset()));
    for (var place : places.entrySet()) {
      text = text.replace("@" + place.getKey() + "@", place.getValue());
    }
    return text;
  }

  private static ProcessBuilder command(House house, Path folder, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(house.project().resolve("ops/lib/in-root").toString());
    command.addAll(List.of("asterisk", "-C", folder.resolve("asterisk.conf").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(house.environment());
    return builder;
  }

  /** Sends a file to the house's fax number; {@code how} is t38, audio or nothing. */
  void sends(Path tiff, String from, String how) {
    try {
      Files.copy(tiff, folder.resolve("sent.tiff"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console("channel originate Local/%s@send-%s/n application Wait 600".formatted(from, how));
  }

  /** Puts every receiver down. */
  void hangsUp() {
    console("channel request hangup all");
  }

  /** What the machine at this number says of the fax it got, once it has one. */
  Optional<String> told(String number) {
    Path told = folder.resolve(number + ".told");
    try {
      return Files.exists(told) ? Optional.of(Files.readString(told)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fax that the machine at this number got. */
  Path got(String number) {
    return folder.resolve(number + ".tiff");
  }

  private int console(String line) {
    try {
      Process process =
          command(house, folder, "-rx", line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    asterisk.destroy();
    asterisk.onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
