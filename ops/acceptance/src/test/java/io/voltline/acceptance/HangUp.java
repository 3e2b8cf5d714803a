package io.voltline.acceptance;

import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * One row of {@code hang-ups.csv}: a caller who goes to a place and hangs up there.
 *
 * @param place where, with its flow
 * @param house in what state it has to be
 * @param caller what is special about who calls
 * @param keys one word for each place that asks
 */
record HangUp(String place, String house, List<String> caller, List<String> keys) {
  private static final Duration FAR = Duration.ofSeconds(60);
  private static final Duration AGAIN = Duration.ofSeconds(2);

  /** A message that is ended as soon as that has nothing in it. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /** Of silence at the far end, in tenths of a second, in which something was said. */
  private static final int SPEAKS = 20;

  /** All of them. */
  static List<HangUp> all() throws IOException {
    try (InputStream file = HangUp.class.getResourceAsStream("hang-ups.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(HangUp::parse)
          .toList();
    }
  }

  private static HangUp parse(String line) {
    String[] cells = line.split(",", -1);
    return new HangUp(cells[0], cells[1], words(cells[2]), words(cells[3]));
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * Calls, goes there and hangs up.
   *
   * @param happens what the words with an {@code @} mean
   * @throws IllegalStateException when the way leads somewhere else
   */
  void carryOut(
      Scene scene,
      String from,
      char language,
      Whereabouts whereabouts,
      MenuMap map,
      Map<String, Callable<?>> happens)
      throws Exception {
    try (Visitor visitor = Visitor.call(scene, from)) {
      var walk =
          new Walk(visitor, visitor.callId(), whereabouts, map, happens, new ArrayDeque<>(keys));
      for (int passed = 0; ; passed++) {
        String here = walk.comesTo(passed);
        if (here.equals(place)) {
          break;
        }
        if (MenuMap.isDoor(here)) {
          walk.presses(Character.toString(language), passed);
        } else if (map.asks(here)) {
          walk.answers(here, passed);
        }
      }
      visitor.hangUp();
      await("the end of the call at " + place).atMost(FAR).until(visitor::isOver);
    }
  }

  private record Walk(
      Visitor visitor,
      String callId,
      Whereabouts whereabouts,
      MenuMap map,
      Map<String, Callable<?>> happens,
      Deque<String> keys) {

    String comesTo(int passed) {
      return MenuMap.full(
          await("a place after " + places())
              .atMost(FAR)
              .pollInterval(Duration.ofMillis(20))
              .until(this::places, they -> they.size() > passed)
              .get(passed));
    }

    private List<String> places() {
      return whereabouts.of(callId);
    }

    void answers(String here, int passed) throws Exception {
      if (keys.isEmpty()) {
        throw new IllegalStateException("nothing to press at " + here + " after " + places());
      }
      String word = keys.pop();
      switch (word) {
        case "speaks" -> speaks();
        case String it when it.startsWith("@") -> {
          Objects.requireNonNull(happens.get(it), it).call();
          if (!keys.isEmpty() && places().size() == passed + 1) {
            answers(here, passed);
          }
        }
        case String it when map.collects(here) ->
            it.chars().forEach(key -> visitor.audio().press((char) key));
        default -> presses(word.substring(0, 1), passed);
      }
    }

    /** Again and again: a key may come when nobody listens yet. */
    void presses(String key, int passed) {
      await("a place after " + places() + " by key " + key)
          .atMost(FAR)
          .pollDelay(Duration.ZERO)
          .pollInterval(key.equals("#") ? AT_ONCE : AGAIN)
          .until(
              () -> {
                boolean further = places().size() > passed + 1;
                if (!further) {
                  visitor.audio().press(key.charAt(0));
                }
                return further;
              });
    }

    /** Once the prompt is over, for a moment. */
    private void speaks() {
      var ear = visitor.audio().ear();
      await("the end of the prompt").atMost(FAR).until(() -> ear.lately(SPEAKS, Walk::isSilent));
      visitor.audio().press('#');
    }

    private static boolean isSilent(Sound sound) {
      return sound instanceof Sound.Silence;
    }
  }
}
