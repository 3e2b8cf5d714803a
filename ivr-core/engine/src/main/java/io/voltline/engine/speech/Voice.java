package io.voltline.engine.speech;

import io.voltline.domain.kernel.Language;
import java.io.IOException;

/** Speaks a text; called from several threads at once. */
public interface Voice {

  /** Tells voices apart whose sounds are kept side by side. */
  String name();

  /**
   * The text as a WAV file of PCM. Ends by itself within some seconds.
   *
   * @throws IOException when the voice cannot speak it, or not in time
   */
  byte[] speak(Language language, String text) throws IOException;
}
