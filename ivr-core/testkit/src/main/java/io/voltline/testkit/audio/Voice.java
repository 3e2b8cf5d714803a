package io.voltline.testkit.audio;

import java.util.Arrays;

/** What a party says: 20 ms of sound whenever asked, without end. */
@FunctionalInterface
public interface Voice {
  /** Samples a second. */
  int RATE = 8_000;

  /** Samples in one packet of 20 ms. */
  int FRAME = RATE / 50;

  /** The next 20 ms: {@link #FRAME} samples. */
  short[] next();

  /** Says nothing. */
  static Voice silence() {
    return () -> new short[FRAME];
  }

  /**
   * One pure tone at a quarter of full scale.
   *
   * @param hertz from 50 to 3,900
   */
  static Voice tone(int hertz) {
    return new Voice() {
      private long sample;

      @Override
      public short[] next() {
        short[] frame = new short[FRAME];
        for (int i = 0; i < FRAME; i++) {
          frame[i] = (short) (8_000 * Math.sin(2 * Math.PI * hertz * sample++ / RATE));
        }
        return frame;
      }
    };
  }

  /** The samples once, then silence. */
  static Voice of(short[] samples) {
    return new Voice() {
      private int at;

      @Override
      public short[] next() {
        short[] frame =
            at < samples.length ? Arrays.copyOfRange(samples, at, at + FRAME) : new short[FRAME];
        at = Math.min(samples.length, at + FRAME);
        return frame;
      }
    };
  }
}
