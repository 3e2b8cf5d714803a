package io.voltline.engine.rules;

/** Durations as people write them: seconds with up to three decimals. */
final class Seconds {
  private static final double MILLIS = 1_000.0;

  private Seconds() {}

  static double of(long millis) {
    return millis / MILLIS;
  }

  static long millis(String name, double seconds, long most) throws BadRule {
    if (!(seconds >= 0 && seconds <= most)) {
      throw new BadRule(name, told(seconds) + " is not within 0 s to " + most + " s");
    }
    return Math.round(seconds * MILLIS);
  }

  static String told(double seconds) {
    return (seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : "" + seconds) + " s";
  }
}
