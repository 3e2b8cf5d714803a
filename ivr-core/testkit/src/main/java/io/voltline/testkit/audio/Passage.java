package io.voltline.testkit.audio;

/**
 * A stretch of one kind of sound.
 *
 * @param kind what it is
 * @param hertz of a tone, else 0
 * @param from seconds after the ear began to listen
 * @param seconds its length so far
 */
public record Passage(Kind kind, int hertz, double from, double seconds) {
  /** What an ear without understanding tells apart. */
  public enum Kind {
    SILENCE,
    TONE,
    SPEECH,
    MUSIC
  }

  boolean sameAs(Passage other) {
    return kind == other.kind && Math.abs(hertz - other.hertz) * 50 <= hertz;
  }

  Passage and(Passage next) {
    return new Passage(kind, hertz, from, next.from + next.seconds - from);
  }
}
