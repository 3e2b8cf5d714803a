package io.voltline.engine.notice;

/** Told when somebody on the phone wants to keep what was recorded. */
@FunctionalInterface
public interface Takes {

  /** Whether callers will hear it; may block. */
  boolean kept(RecordingPhone.Take take);
}
