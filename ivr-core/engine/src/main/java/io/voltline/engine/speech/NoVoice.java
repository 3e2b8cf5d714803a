package io.voltline.engine.speech;

import java.io.IOException;

/** The house has no voice that could speak the text now. */
public final class NoVoice extends IOException {
  private static final long serialVersionUID = 1L;

  NoVoice(IOException why) {
    super(why.getMessage(), why);
  }
}
