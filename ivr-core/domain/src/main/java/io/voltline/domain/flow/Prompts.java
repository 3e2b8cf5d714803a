package io.voltline.domain.flow;

import io.voltline.domain.kernel.Language;

/** Which prompts there are. */
@FunctionalInterface
public interface Prompts {

  /** Whether the prompt can be played in the language. */
  boolean has(String id, Language language);
}
