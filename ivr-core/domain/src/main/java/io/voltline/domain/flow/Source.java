package io.voltline.domain.flow;

/** Where a node takes a value from. */
public sealed interface Source {

  /** What the flow knows under this name. */
  record Variable(String name) implements Source {}

  /** What is written. */
  record Literal(Value value) implements Source {}
}
