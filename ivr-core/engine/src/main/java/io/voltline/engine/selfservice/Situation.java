package io.voltline.engine.selfservice;

import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.StormSwitch;
import java.time.Instant;
import java.util.Optional;

/** What concerns all callers. Every method may block and throws Unavailable. */
public interface Situation {

  StormSwitch stormSwitch();

  /** Calls that came in since then. */
  long callsSince(Instant moment);

  /** The newest announcement in force at that moment. */
  Optional<Notice> notice(Instant moment);
}
