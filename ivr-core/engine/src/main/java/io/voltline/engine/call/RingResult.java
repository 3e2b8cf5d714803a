package io.voltline.engine.call;

/** How a ring from the caller's channel ended. */
public enum RingResult {
  /** There was a talk and the agent ended it. */
  TALKED,
  NOT_ANSWERED,
  REJECTED,
  UNREACHABLE
}
