package io.voltline.engine.call;

import io.voltline.domain.flow.Spoken;
import io.voltline.domain.kernel.Language;
import java.util.List;

/** Turns what is to be said into sounds. */
@FunctionalInterface
public interface Speaker {

  /** Names of the sounds to play one after the other, below the sounds of the language. */
  List<String> sounds(List<Spoken> spoken, Language language);
}
