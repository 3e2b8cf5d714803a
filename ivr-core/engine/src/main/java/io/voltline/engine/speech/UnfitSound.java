package io.voltline.engine.speech;

import java.io.IOException;

/** What was sent is no sound that callers can hear; the message says why. */
public final class UnfitSound extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Why {
    NO_WAV,
    RATE,
    SILENT,
    LONG
  }

  private final Why why;

  UnfitSound(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
