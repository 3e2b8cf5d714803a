package io.voltline.domain.recording;

/** What became of a recording. */
public enum RecordingStatus {
  /** Begun; the switch may still be writing. */
  RECORDING,
  /** The audio is complete, stored and checked. */
  FINISHED,
  /** There was a talk, but no audio was found. */
  MISSING
}
