package io.voltline.engine.web;

import io.voltline.domain.alarm.Alarm;
import io.voltline.domain.alarm.AlarmKey;
import io.voltline.domain.alarm.AlarmKind;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.alarm.PastAlarm;
import java.time.Instant;
import java.util.Optional;

/** The contract's Alarm. */
record AlarmJson(
    AlarmKind kind,
    AlarmKind.Subject about,
    String subject,
    Instant since,
    Optional<AgentNo> acknowledgedBy,
    Optional<Instant> acknowledgedAt,
    Optional<Instant> clearedAt) {

  static AlarmJson of(Alarm alarm) {
    return of(alarm.key(), alarm.since(), alarm.acknowledged(), Optional.empty());
  }

  static AlarmJson of(PastAlarm alarm) {
    return of(alarm.key(), alarm.raisedAt(), alarm.acknowledged(), alarm.clearedAt());
  }

  private static AlarmJson of(
      AlarmKey key,
      Instant since,
      Optional<Alarm.Acknowledged> acknowledged,
      Optional<Instant> clearedAt) {
    return new AlarmJson(
        key.kind(),
        key.kind().subject(),
        key.subject(),
        since,
        acknowledged.map(Alarm.Acknowledged::by),
        acknowledged.map(Alarm.Acknowledged::at),
        clearedAt);
  }
}
