package io.voltline.engine.admin;

import io.voltline.engine.speech.PromptKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The prompts that administrators changed. Every method may block and throws Unavailable. */
public interface KeptPrompts {

  /** All of them. */
  List<HousePrompt> all();

  /**
   * Puts something in the place of the product's own, or that back.
   *
   * @param own the product's own text now
   * @param seen since when that stood there what it was decided on; empty for the product's own
   * @return false when something else stands there by now
   */
  boolean set(
      PromptKey prompt,
      Optional<HousePrompt> wanted,
      String own,
      Optional<Instant> seen,
      Actor by,
      Instant at);
}
