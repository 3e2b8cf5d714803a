package io.voltline.acceptance;

import io.voltline.testkit.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped flows as a caller knows them: the places where something is to be heard. */
final class MenuMap {
  private static final Set<String> ASKING =
      Set.of("menu", "collect", "survey", "queue", "voicemail");
  private static final String FIRST = "main";

  private final Map<String, JsonNode> places = new TreeMap<>();

  static MenuMap of(House house) throws IOException {
    var map = new MenuMap();
    try (Stream<Path> files = Files.list(house.project().resolve("dialplans/ivr"))) {
      for (Path file : files.filter(it -> !it.endsWith("flow.schema.json")).toList()) {
        String flow = file.getFileName().toString().replace(".json", "");
        JsonMapper.shared()
            .readTree(file.toFile())
            .path("nodes")
            .forEachEntry((node, what) -> map.places.put(flow + "/" + node, what));
      }
    }
    return map;
  }

  /** As the engine names a place, told which flow it is in. */
  static String full(String place) {
    return place.contains("/") ? place : FIRST + "/" + place;
  }

  /** Every place where a caller can be for longer than the moment of a decision. */
  List<String> heard() {
    return places.entrySet().stream()
        .filter(it -> it.getValue().has("prompts") || type(it.getKey()).equals("queue"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether something is expected of the caller there. */
  boolean asks(String place) {
    return ASKING.contains(type(place));
  }

  /** Whether digits are typed there, one after the other. */
  boolean collects(String place) {
    return type(place).equals("collect");
  }

  /** Whether the language is chosen there. */
  static boolean isDoor(String place) {
    return place.endsWith("/welcome") || place.endsWith("/storm-welcome");
  }

  private String type(String place) {
    return Objects.requireNonNull(places.get(place), place).path("type").asString();
  }
}
