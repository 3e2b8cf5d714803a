package io.voltline.engine.notice;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What concerns all callers, kept at hand for every call. Throws Unavailable until it was known
 * once.
 */
public interface Situation {

  /**
   * What callers are to hear.
   *
   * @param sounds of the languages it was recorded in
   */
  record ToTell(Bilingual text, Map<Language, String> sounds) {
    public ToTell {
      sounds = Map.copyOf(sounds);
    }
  }

  /** Whether the storm is on. */
  boolean storm();

  /** The newest announcement in force at that moment. */
  Optional<ToTell> notice(Instant moment);
}
