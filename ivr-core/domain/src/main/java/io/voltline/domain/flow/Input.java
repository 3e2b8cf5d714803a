package io.voltline.domain.flow;

import java.util.Map;

/** What came of an {@link Action}. */
public sealed interface Input {

  /** The action was carried out. */
  record Done() implements Input {}

  /** The caller pressed a key, of {@code 0123456789*#}. */
  record Pressed(char key) implements Input {}

  /**
   * The caller typed something.
   *
   * @param keys digits, without the {@code #} that ended them and maybe none before it; with a
   *     {@code *} at the end when that ended them
   */
  record Typed(String keys) implements Input {}

  /** The caller pressed nothing, or said nothing. */
  record Silence() implements Input {}

  /** What the house answered. */
  record Told(String outcome, Map<String, Value> values) implements Input {
    public Told {
      values = Map.copyOf(values);
    }

    /** The answer of a house whose store is down or slow. */
    public static Told failed() {
      return new Told(Service.FAILED, Map.of());
    }
  }

  /** The caller came back from a queue or a transfer by this exit. */
  record Left(String exit) implements Input {}

  /**
   * The caller left a message.
   *
   * @param recording the file's name without its folder
   */
  record Recorded(String recording, long seconds) implements Input {}
}
