package io.voltline.engine.alarm;

import io.voltline.domain.alarm.Alarm;
import io.voltline.domain.alarm.AlarmKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An alarm as it is kept.
 *
 * @param clearedAt empty while it is raised
 */
public record PastAlarm(
    AlarmKey key,
    Instant raisedAt,
    Optional<Alarm.Acknowledged> acknowledged,
    Optional<Instant> clearedAt) {}
