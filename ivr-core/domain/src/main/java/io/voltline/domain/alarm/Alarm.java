package io.voltline.domain.alarm;

import io.voltline.domain.kernel.AgentNo;
import java.time.Instant;
import java.util.Optional;

/**
 * An alarm that is raised.
 *
 * @param acknowledged by a supervisor; kept until it clears
 * @param calmSince since when its figure is below the threshold; it clears when that lasts
 */
public record Alarm(
    AlarmKey key, Instant since, Optional<Acknowledged> acknowledged, Optional<Instant> calmSince) {

  /** Who takes care of it. */
  public record Acknowledged(AgentNo by, Instant at) {}

  static Alarm raised(AlarmKey key, Instant now) {
    return new Alarm(key, now, Optional.empty(), Optional.empty());
  }

  Alarm acknowledged(AgentNo by, Instant at) {
    return new Alarm(key, since, Optional.of(new Acknowledged(by, at)), calmSince);
  }

  Alarm pressing() {
    return calmSince.isEmpty() ? this : new Alarm(key, since, acknowledged, Optional.empty());
  }

  Alarm calm(Instant now) {
    return calmSince.isPresent() ? this : new Alarm(key, since, acknowledged, Optional.of(now));
  }
}
