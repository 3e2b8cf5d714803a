package io.voltline.domain.calendar;

/** What kind of day it is for those who work. */
public enum DayKind {
  WORKING,
  /** A weekend's day that is not made up for. */
  REST,
  /** A public holiday. */
  HOLIDAY
}
