package io.voltline.domain.routing;

/** Events that a sound history does not hold, but lost, late and doubled messages bring about. */
public enum Anomaly {
  /** A call was queued that waits, rings or talks already. */
  DUPLICATE_CALL,
  /** A call left that is not known, or no longer. */
  UNKNOWN_CALL,
  /** Something was told of an offer that is over. */
  DEAD_OFFER,
  /** An answer came to an offer that was cancelled; it is cancelled again. */
  LATE_ANSWER,
  /** The answer of an offer was told twice, or a ring after the answer. */
  REPEATED,
  /** A talk ended whose answer was never told. */
  UNTOLD_ANSWER,
  /** An offer ended without an answer after an answer was told. */
  RETRACTED_ANSWER,
  /** The switch did not end a ring in time; the offer was cancelled. */
  RING_OVERRUN,
  /** The end of a cancelled offer was never told. */
  UNTOLD_END,
  /** An agent was restored who is signed in already. */
  DUPLICATE_AGENT,
  /** A phone was kept for a call that never came to it. */
  UNUSED_CLAIM,
  /** Somebody was to be put on hold, or taken back, by an agent who talks with nobody. */
  HELD_NOBODY
}
