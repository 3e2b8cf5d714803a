package io.voltline.domain.flow;

/** What came of an {@link Action}. */
public sealed interface Input {

  /** The action was carried out. */
  record Done() implements Input {}

  /** The caller pressed a key, of {@code 0123456789*#}. */
  record Pressed(char key) implements Input {}

  /** The caller pressed nothing. */
  record Silence() implements Input {}
}
