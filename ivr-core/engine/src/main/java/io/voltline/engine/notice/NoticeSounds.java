package io.voltline.engine.notice;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** How announcements sound that were recorded or uploaded: files. May block. */
public interface NoticeSounds {

  /** What was sent is no sound that callers can hear; the message says why. */
  final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    public Unfit(String why) {
      super(why);
    }
  }

  /**
   * Keeps a WAV file as the switch plays it.
   *
   * @param sound 1 to 64 letters, figures, hyphens and underscores
   * @return how long it sounds
   * @throws IOException when it cannot be written
   */
  Duration keep(String sound, byte[] wav, Duration longest) throws Unfit, IOException;

  /** Whether it can be played. */
  boolean there(String sound);

  /** What it is played by, like a prompt. */
  String playedAs(String sound);

  /** Every sound that is kept. */
  Set<String> all() throws IOException;

  void remove(String sound) throws IOException;

  /** Where the switch is to write what is recorded by phone. */
  String take(String name);

  /** What the switch wrote there. */
  byte[] taken(String name) throws IOException;

  /** Removes what was recorded by phone before that moment; nobody is going to keep it. */
  void removeTakesBefore(Instant moment) throws IOException;
}
