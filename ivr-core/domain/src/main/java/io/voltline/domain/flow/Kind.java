package io.voltline.domain.flow;

/** What a {@link Value} is. */
public enum Kind {
  TEXT,
  NUMBER,
  AMOUNT,
  DIGITS,
  MOMENT,
  DAY,
  WORD;

  /** Whether values of this kind can be read so. */
  public boolean suits(Manner manner) {
    return switch (manner) {
      case PLAIN -> true;
      case DIGITS -> this == NUMBER || this == DIGITS;
      case ORDINAL, COUNT, ENERGY -> this == NUMBER;
      case COLLOQUIAL -> this == AMOUNT;
      case MONTH -> this == DAY;
    };
  }
}
