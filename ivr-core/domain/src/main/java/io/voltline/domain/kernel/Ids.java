package io.voltline.domain.kernel;

/** The one check behind every textual id. */
final class Ids {
  private Ids() {}

  static void require(String value, String pattern, String what) {
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException("not a valid " + what + ": '" + value + "'");
    }
  }
}
