package io.voltline.domain.kernel;

import java.util.regex.Pattern;

/** The one check behind every textual id. */
final class Ids {
  private Ids() {}

  static void require(String value, Pattern pattern, String what) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException("not a valid " + what + ": '" + value + "'");
    }
  }
}
