package io.voltline.engine.config;

import io.voltline.domain.alarm.AlarmRule;
import java.time.Duration;

/** Reads when the wall gives the alarm. */
final class AlarmSettings {
  private static final int MOST_WAITING = 1_000_000;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private AlarmSettings() {}

  static AlarmRule read(Section alarms) {
    int atRisk = alarms.number("at-risk", 1, 100);
    int waiting = alarms.number("waiting", 1, MOST_WAITING);
    return new AlarmRule(
        atRisk,
        alarms.number("at-risk-over", 0, atRisk),
        waiting,
        alarms.number("waiting-over", 0, waiting),
        alarms.duration("rest", Duration.ZERO, DAY),
        alarms.duration("wrap-up", SECOND, DAY),
        alarms.duration("down", Duration.ZERO, HOUR),
        alarms.duration("calm", Duration.ZERO, HOUR));
  }
}
