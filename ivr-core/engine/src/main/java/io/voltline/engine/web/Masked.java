package io.voltline.engine.web;

/** Personal data as those see it who do not need all of it. */
final class Masked {
  private static final int HEAD = 3;
  private static final int TAIL = 4;
  private static final int DISTRICT = 6;

  private Masked() {}

  /** The first and the last character, enough to ask the caller whether it is the right one. */
  static String name(String name) {
    int length = name.codePointCount(0, name.length());
    if (length < 2) {
      return name;
    }
    String first = name.substring(0, name.offsetByCodePoints(0, 1));
    String last = name.substring(name.offsetByCodePoints(0, length - 1));
    return first + "*".repeat(Math.max(1, length - 2)) + (length > 2 ? last : "");
  }

  /** Enough of a calling number to tell one caller from the next; short ones are all hidden. */
  static String number(String caller) {
    int hidden = caller.length() - HEAD - TAIL;
    return hidden < 1
        ? "*".repeat(caller.length())
        : caller.substring(0, HEAD) + "*".repeat(hidden) + caller.substring(HEAD + hidden);
  }

  /** The district, but neither street nor house. */
  static String place(String address) {
    int length = address.codePointCount(0, address.length());
    return address.substring(0, address.offsetByCodePoints(0, Math.min(DISTRICT, length))) + "***";
  }
}
