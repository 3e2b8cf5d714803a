package io.voltline.engine.call;

/** How a ring from the caller's channel ended. */
public enum RingResult {
  /** There was a talk, and the caller is still there. */
  TALKED,
  NOT_ANSWERED,
  REJECTED,
  UNREACHABLE
}
