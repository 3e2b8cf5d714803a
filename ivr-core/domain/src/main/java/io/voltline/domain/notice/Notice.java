package io.voltline.domain.notice;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An emergency announcement that every caller hears: as it was recorded, in a language without a
 * recording read by text-to-speech.
 *
 * @param until when it ends; empty until somebody ends it
 * @param createdBy an agent number, or {@code console:} and a user
 */
public record Notice(
    NoticeId id,
    Bilingual text,
    Instant from,
    Optional<Instant> until,
    Instant createdAt,
    String createdBy,
    Map<Language, NoticeAudio> audio) {

  /** Longest text, in characters. */
  public static final int LONGEST = 500;

  public Notice {
    audio = Map.copyOf(audio);
  }

  /**
   * A new one.
   *
   * @throws IllegalArgumentException when a text is missing or too long, or the end comes first
   */
  public static Notice announced(
      NoticeId id,
      Bilingual text,
      Instant from,
      Optional<Instant> until,
      Instant now,
      String createdBy) {
    if (!fits(text.zh()) || !fits(text.en())) {
      throw new IllegalArgumentException("text: 1 to " + LONGEST + " characters in each language");
    }
    if (until.filter(end -> !end.isAfter(from)).isPresent()) {
      throw new IllegalArgumentException("until: not after the notice begins");
    }
    return new Notice(id, text, from, until, now, createdBy, Map.of());
  }

  private static boolean fits(String text) {
    return !text.isBlank() && text.length() <= LONGEST;
  }

  /** How it stands at a moment. */
  public Phase phase(Instant now) {
    if (until.filter(end -> !end.isAfter(now)).isPresent()) {
      return Phase.OVER;
    }
    return from.isAfter(now) ? Phase.COMING : Phase.TOLD;
  }

  /** Before, while and after callers hear it. */
  public enum Phase {
    COMING,
    TOLD,
    OVER
  }
}
