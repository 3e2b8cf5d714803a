package io.voltline.engine.web;

/** Personal data as those see it who do not need all of it. */
final class Masked {
  private static final int HEAD = 3;
  private static final int TAIL = 4;

  private Masked() {}

  /** Enough of a calling number to tell one caller from the next; short ones are all hidden. */
  static String number(String caller) {
    int hidden = caller.length() - HEAD - TAIL;
    return hidden < 1
        ? "*".repeat(caller.length())
        : caller.substring(0, HEAD) + "*".repeat(hidden) + caller.substring(HEAD + hidden);
  }
}
