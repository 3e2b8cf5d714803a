package io.voltline.acceptance;

import io.voltline.testkit.house.House;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where callers are in the menus, as the engine's log tells it. */
final class Whereabouts {
  private static final String ARRIVED = "at ";

  private final Path log;
  private final Map<String, List<String>> places = new ConcurrentHashMap<>();
  private long read;

  /** Of whoever calls from now on. */
  Whereabouts(House house) {
    log = house.var().resolve("log/engine/engine.log");
    read = log.toFile().length();
  }

  /** The places a call has come to so far, oldest first. */
  List<String> of(String callId) {
    look();
    return List.copyOf(places.getOrDefault(callId, List.of()));
  }

  private synchronized void look() {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      // A new file is begun at midnight.
      if (file.length() < read) {
        read = 0;
      }
      byte[] news = new byte[(int) (file.length() - read)];
      file.seek(read);
      file.readFully(news);
      String text = new String(news, StandardCharsets.UTF_8);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      read += whole.getBytes(StandardCharsets.UTF_8).length;
      whole.lines().filter(line -> line.contains(ARRIVED)).forEach(this::note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(String line) {
    JsonNode entry = JsonMapper.shared().readTree(line);
    String message = entry.path("message").asString();
    if (message.startsWith(ARRIVED)) {
      places
          .computeIfAbsent(entry.path("callId").asString(), _ -> new CopyOnWriteArrayList<>())
          .add(message.substring(ARRIVED.length()));
    }
  }
}
