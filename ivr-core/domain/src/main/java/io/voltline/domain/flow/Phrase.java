package io.voltline.domain.flow;

/** One piece of what a node says, as it is written. */
public sealed interface Phrase {

  /** A prompt of the catalogue, by its id. */
  record Fixed(String prompt) implements Phrase {}

  /** Whatever the flow knows under this name when the caller comes here. */
  record Told(String variable, Manner manner) implements Phrase {}
}
