package io.voltline.domain.recording;

/** What a recording holds. */
public enum RecordingKind {
  /** Caller and agent, a channel each. */
  TALK,
  /** What a caller left on tape, one channel. */
  VOICEMAIL
}
