package io.voltline.engine.admin;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.kernel.Bilingual;
import java.time.LocalDate;
import java.util.Map;

/**
 * A day that is not what its day of the week says.
 *
 * @param kind a public holiday, or a day worked to make up for one (调休); anything else is refused
 *     with an IllegalArgumentException
 * @param name 1 to 64 characters in each language
 */
public record Holiday(LocalDate day, DayKind kind, Bilingual name) {
  private static final int LONGEST_NAME = 64;

  public Holiday {
    if (kind == DayKind.REST) {
      throw new IllegalArgumentException("/holiday/kind: must be HOLIDAY or WORKING");
    }
    check("zh", name.zh());
    check("en", name.en());
  }

  private static void check(String language, String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "/holiday/name/" + language + ": must be 1 to 64 characters");
    }
  }

  /** Field by field, as it is kept with a change. */
  public Map<String, Object> facts() {
    return Map.of("kind", kind.name(), "zh", name.zh(), "en", name.en());
  }
}
