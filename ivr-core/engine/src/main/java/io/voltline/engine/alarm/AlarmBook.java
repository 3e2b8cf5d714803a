package io.voltline.engine.alarm;

import io.voltline.domain.alarm.Alarm;
import java.time.Instant;
import java.util.List;

/** The record of alarms. What is written returns at once and is written when it can be. */
public interface AlarmBook {

  /** Those of this engine that an end of it left raised are over. */
  void begin(Instant at);

  void raised(Alarm alarm);

  void acknowledged(Alarm alarm);

  void cleared(Alarm alarm, Instant at);

  /** Those raised at this moment or later, the newest first. May block and throws Unavailable. */
  List<PastAlarm> since(Instant from, int limit);
}
