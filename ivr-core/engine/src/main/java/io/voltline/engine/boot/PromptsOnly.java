package io.voltline.engine.boot;

import io.voltline.domain.flow.Spoken;
import io.voltline.domain.kernel.Language;
import io.voltline.engine.call.Speaker;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays prompts and leaves values out, until values can be read. */
final class PromptsOnly implements Speaker {
  private static final Logger log = LoggerFactory.getLogger(PromptsOnly.class);

  @Override
  public List<String> sounds(List<Spoken> spoken, Language language) {
    var sounds = new ArrayList<String>();
    for (Spoken piece : spoken) {
      switch (piece) {
        case Spoken.Prompt(String id) -> sounds.add(id);
        case Spoken.Read read -> log.error("left out: a value of kind {}", read.value().kind());
      }
    }
    return sounds;
  }
}
