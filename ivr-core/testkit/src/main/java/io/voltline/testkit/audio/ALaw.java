package io.voltline.testkit.audio;

/** G.711 A-law, the codec of the public network: 8 bits a sample. */
public final class ALaw {
  private static final short[] DECODED = new short[256];

  static {
    for (int code = 0; code < 256; code++) {
      DECODED[code] = decodeOne(code);
    }
  }

  private ALaw() {}

  /** Codes linear samples, one byte each. */
  public static byte[] encode(short[] samples) {
    byte[] codes = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      codes[i] = encodeOne(samples[i]);
    }
    return codes;
  }

  /** Decodes {@code length} bytes of {@code codes} from {@code offset}. */
  public static short[] decode(byte[] codes, int offset, int length) {
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] = DECODED[codes[offset + i] & 0xff];
    }
    return samples;
  }

  private static byte encodeOne(short sample) {
    boolean negative = sample < 0;
    int magnitude = (negative ? ~sample : sample) >> 4;
    int exponent = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
    int mantissa = (magnitude >> Math.max(0, exponent - 1)) & 0x0f;
    int code = (exponent << 4) | mantissa;
    return (byte) ((negative ? code : code | 0x80) ^ 0x55);
  }

  private static short decodeOne(int coded) {
    int code = coded ^ 0x55;
    int exponent = (code >> 4) & 0x07;
    int step = (code & 0x0f) << 4;
    int magnitude = exponent == 0 ? step + 8 : (step + 0x108) << (exponent - 1);
    return (short) ((code & 0x80) != 0 ? magnitude : -magnitude);
  }
}
