package io.voltline.engine.store;

/** Text that somebody typed, for LIKE. */
final class Texts {
  private Texts() {}

  /** The text with what LIKE would take for more than itself made plain. */
  static String literal(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
