package io.voltline.engine.speech;

import io.voltline.domain.kernel.Language;

/** A prompt in one of its languages. */
public record PromptKey(String id, Language language) {

  @Override
  public String toString() {
    return id + " " + language.code();
  }
}
