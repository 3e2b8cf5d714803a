package io.voltline.engine.speech;

import io.voltline.domain.kernel.Language;
import java.util.Optional;

/** Makes sounds of free text while a call is on. */
@FunctionalInterface
public interface TextToSpeech {

  /**
   * The text as a sound.
   *
   * @return its name, to be played like a prompt's id; empty when it is not there in time
   */
  Optional<String> sound(Language language, String text);
}
