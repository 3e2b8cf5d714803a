package io.voltline.domain.speech;

import java.util.ArrayList;
import java.util.List;

/** The prompts said so far. */
final class Said {
  private final List<String> prompts = new ArrayList<>();

  /** A recorded word, by its id without the prefix all words share. */
  Said word(String word) {
    prompts.add("say-" + word);
    return this;
  }

  /** A number there is a word for. */
  Said word(long number) {
    return word(Long.toString(number));
  }

  Said all(List<String> more) {
    prompts.addAll(more);
    return this;
  }

  /** Each digit as a figure, not as a number to write down. */
  Said figures(String digits) {
    digits.chars().forEach(digit -> word(digit - '0'));
    return this;
  }

  boolean isEmpty() {
    return prompts.isEmpty();
  }

  List<String> prompts() {
    return List.copyOf(prompts);
  }
}
