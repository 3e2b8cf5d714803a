package io.voltline.testkit.audio;

/** Measures sound; no state. */
public final class ToneMeter {
  /** Samples that one measurement needs: a tenth of a second. */
  public static final int BLOCK = Voice.RATE / 10;

  private static final double SILENT = 100;
  private static final double PURE = 0.8;

  private ToneMeter() {}

  /** Root mean square of {@code length} samples; full scale is 32,768. */
  public static double loudness(short[] samples, int offset, int length) {
    return Math.sqrt(power(samples, offset, length));
  }

  /**
   * How much of the power lies at {@code hertz}: 1 for a pure tone, near 0 for none, by Goertzel's
   * algorithm. Silence has none.
   */
  public static double share(short[] samples, int offset, int length, double hertz) {
    double power = power(samples, offset, length);
    if (power == 0) {
      return 0;
    }
    double turn = 2 * Math.cos(2 * Math.PI * hertz / Voice.RATE);
    double last = 0;
    double beforeLast = 0;
    for (int i = offset; i < offset + length; i++) {
      double now = samples[i] + turn * last - beforeLast;
      beforeLast = last;
      last = now;
    }
    double energy = last * last + beforeLast * beforeLast - turn * last * beforeLast;
    return Math.min(1, 2 * energy / length / length / power);
  }

  /** What the {@link #BLOCK} samples from {@code offset} are. */
  public static Sound classify(short[] samples, int offset) {
    if (loudness(samples, offset, BLOCK) < SILENT) {
      return new Sound.Silence();
    }
    double hertz = pitch(samples, offset, BLOCK);
    return hertz > 0 && share(samples, offset, BLOCK, hertz) >= PURE
        ? new Sound.Tone((int) Math.round(hertz))
        : new Sound.Mixed();
  }

  /**
   * Frequency of a pure tone, from the time between its first and its last upward crossing of zero.
   */
  private static double pitch(short[] samples, int offset, int length) {
    double first = -1;
    double last = -1;
    int periods = -1;
    for (int i = offset + 1; i < offset + length; i++) {
      int before = samples[i - 1];
      int after = samples[i];
      if (before < 0 && after >= 0) {
        last = i - (double) after / (after - before);
        first = first < 0 ? last : first;
        periods++;
      }
    }
    return periods < 1 ? 0 : periods * Voice.RATE / (last - first);
  }

  private static double power(short[] samples, int offset, int length) {
    double sum = 0;
    for (int i = offset; i < offset + length; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum / length;
  }
}
