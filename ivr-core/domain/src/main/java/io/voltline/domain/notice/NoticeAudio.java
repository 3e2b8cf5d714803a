package io.voltline.domain.notice;

import java.time.Duration;
import java.time.Instant;

/**
 * A notice as somebody said it, in one language.
 *
 * @param sound what the sound is kept by
 * @param madeBy the agent number of who recorded or uploaded it
 */
public record NoticeAudio(
    String sound, Duration length, Source source, Instant madeAt, String madeBy) {

  /** Where it came from. */
  public enum Source {
    PHONE,
    UPLOAD
  }
}
