package io.voltline.domain.flow;

/** How a value is read out. */
public enum Manner {
  /** As people say such a value; digit by digit where it is no quantity. */
  PLAIN,
  /** Digit by digit. */
  DIGITS,
  /** As a place in an order: the third. */
  ORDINAL,
  /** How many of something that is named next: 两 where it would be 二. */
  COUNT,
  /** As kilowatt-hours, which are named. */
  ENERGY,
  /** Money as people say it: 一百零五块三毛. */
  COLLOQUIAL,
  /** The month of a day alone, with its year where it is not this one. */
  MONTH
}
