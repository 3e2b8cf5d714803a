package io.voltline.engine.admin;

import io.voltline.domain.kernel.SkillId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A skill that somebody is certified in, by days.
 *
 * @param level 1 to 10; anything else is refused with an IllegalArgumentException
 * @param reserve serves the skill only when a call opens the reserve
 * @param from the first day on which it counts; empty since ever
 * @param until the last day; empty for ever, a day before the first one is refused
 */
public record Grant(
    SkillId skill,
    int level,
    boolean reserve,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {
  public Grant {
    if (level < 1 || level > 10) {
      throw new IllegalArgumentException("/skills/" + skill + "/level: must be 1 to 10");
    }
    if (from.isPresent() && until.filter(last -> last.isBefore(from.get())).isPresent()) {
      throw new IllegalArgumentException("/skills/" + skill + "/until: lies before the first day");
    }
  }

  /** As it is shown in what was changed. */
  String told() {
    return level
        + (reserve ? " reserve" : "")
        + from.map(day -> " from " + day).orElse("")
        + until.map(day -> " until " + day).orElse("");
  }
}
