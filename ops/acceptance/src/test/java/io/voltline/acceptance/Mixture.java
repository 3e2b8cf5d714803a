package io.voltline.acceptance;

import io.voltline.testkit.audio.ToneMeter;

/** Sound made of tones. */
final class Mixture {
  /** Of the power, the least that each of two voices has. */
  private static final double HEARD = 0.2;

  private static final double ALL = 0.8;

  private Mixture() {}

  /** Whether each tenth of a second holds both tones, and hardly anything else. */
  static boolean holds(short[] samples, int one, int other) {
    for (int at = 0; at + ToneMeter.BLOCK <= samples.length; at += ToneMeter.BLOCK) {
      double first = ToneMeter.share(samples, at, ToneMeter.BLOCK, one);
      double second = ToneMeter.share(samples, at, ToneMeter.BLOCK, other);
      if (first < HEARD || second < HEARD || first + second < ALL) {
        return false;
      }
    }
    return samples.length >= ToneMeter.BLOCK;
  }
}
