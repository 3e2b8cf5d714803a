package io.voltline.domain.talk;

/** How a part of a talk ended. */
public enum PartEnd {
  /** It came about and is over. */
  DONE,
  NOT_ANSWERED,
  REJECTED,
  UNREACHABLE,
  /** Whoever asked for it gave it up before it came about. */
  CANCELLED
}
