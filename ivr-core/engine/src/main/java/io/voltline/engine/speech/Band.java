package io.voltline.engine.speech;

/** Brings speech of any rate to the telephone: 8,000 samples a second between 200 and 3,400 Hz. */
final class Band {
  private static final int RATE = 8_000;
  private static final double LOW = 200;
  private static final double HIGH = 3_400;

  /** Zero crossings of the low-pass to each side; more is steeper and slower. */
  private static final int CROSSINGS = 24;

  private Band() {}

  /**
   * Speech for the telephone.
   *
   * @param rate samples a second
   * @param values one channel, -1 to 1
   */
  static double[] telephone(int rate, double[] values) {
    return withoutRumble(resampled(rate, values));
  }

  /** A windowed-sinc low-pass, computed only where a sample of the telephone is wanted. */
  private static double[] resampled(int rate, double[] values) {
    double cutoff = HIGH / rate;
    int reach = (int) Math.ceil(CROSSINGS / (2 * cutoff));
    int divisor = gcd(rate, RATE);
    var phases = new double[RATE / divisor][];
    var out = new double[Math.toIntExact((long) values.length * RATE / rate)];
    for (int i = 0; i < out.length; i++) {
      long place = (long) i * rate;
      int phase = Math.toIntExact(place % RATE / divisor);
      if (phases[phase] == null) {
        phases[phase] = lowPass(place % RATE / (double) RATE, cutoff, reach);
      }
      out[i] = around(values, Math.toIntExact(place / RATE), phases[phase], reach);
    }
    return out;
  }

  private static double around(double[] values, int centre, double[] weights, int reach) {
    double sum = 0;
    int from = Math.max(0, centre - reach);
    int to = Math.min(values.length - 1, centre + reach);
    for (int at = from; at <= to; at++) {
      sum += values[at] * weights[at - centre + reach];
    }
    return sum;
  }

  private static double[] lowPass(double fraction, double cutoff, int reach) {
    var weights = new double[2 * reach + 1];
    for (int i = 0; i < weights.length; i++) {
      double distance = i - reach - fraction;
      double x = 2 * Math.PI * cutoff * distance;
      double sinc = x == 0 ? 1 : Math.sin(x) / x;
      double hann = 0.5 + 0.5 * Math.cos(Math.PI * distance / (reach + 1));
      weights[i] = 2 * cutoff * sinc * hann;
    }
    return weights;
  }

  /** A Butterworth high-pass of second order. */
  private static double[] withoutRumble(double[] in) {
    double w = 2 * Math.PI * LOW / RATE;
    double alpha = Math.sin(w) / Math.sqrt(2);
    double a0 = 1 + alpha;
    double b0 = (1 + Math.cos(w)) / 2 / a0;
    double a1 = -2 * Math.cos(w) / a0;
    double a2 = (1 - alpha) / a0;
    var out = new double[in.length];
    double x1 = 0;
    double x2 = 0;
    double y1 = 0;
    double y2 = 0;
    for (int i = 0; i < in.length; i++) {
      out[i] = b0 * (in[i] - 2 * x1 + x2) - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = in[i];
      y2 = y1;
      y1 = out[i];
    }
    return out;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
