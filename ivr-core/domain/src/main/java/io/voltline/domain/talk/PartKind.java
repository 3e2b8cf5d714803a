package io.voltline.domain.talk;

/** A part of a talk that was more than two who hear each other. */
public enum PartKind {
  /** The others heard music. */
  HOLD,
  /** Somebody else was asked, while the others heard music. */
  CONSULT,
  /** The talk was passed on, or was to be. */
  TRANSFER,
  /** Three or more heard each other. */
  CONFERENCE,
  /** The desk called somebody. */
  OUT,
  /** A supervisor listened. */
  MONITOR,
  /** A supervisor spoke to the agent alone. */
  WHISPER,
  /** A supervisor took part. */
  BARGE,
  /** A supervisor took the call. */
  INTERCEPT
}
