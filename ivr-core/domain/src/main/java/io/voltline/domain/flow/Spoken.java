package io.voltline.domain.flow;

/** One piece of what a caller hears. */
public sealed interface Spoken {

  /** A prompt of the catalogue, by its id. */
  record Prompt(String id) implements Spoken {}

  /** A value read out; never a {@link Value.Word}, which has prompts of its own. */
  record Read(Value value, Manner manner) implements Spoken {}
}
