package io.voltline.acceptance;

import io.voltline.testkit.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the engine wrote. */
final class EngineLog {
  private EngineLog() {}

  /** Whether a line about this call says so. */
  static boolean tells(House house, String callId, String what) {
    return of(house).lines().anyMatch(line -> line.contains(callId) && line.contains(what));
  }

  static String of(House house) {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(house.var().resolve("log/engine"))) {
      for (Path file : files.filter(one -> !one.toString().endsWith(".gz")).toList()) {
        all.append(Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }
}
