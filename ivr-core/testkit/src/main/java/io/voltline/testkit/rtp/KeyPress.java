package io.voltline.testkit.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A key pressed for 160 ms, as the telephone events of RFC 4733. */
final class KeyPress {
  private static final String KEYS = "0123456789*#ABCD";
  private static final int VOLUME = 10;
  private static final int UPDATES = 8;
  private static final int ENDS = 3;

  private KeyPress() {}

  /**
   * The payloads, one for each 20 ms: growing duration, then the end said three times.
   *
   * @throws IllegalArgumentException when {@code key} is on no keypad
   */
  static List<byte[]> payloads(char key) {
    int event = KEYS.indexOf(key);
    if (event < 0) {
      throw new IllegalArgumentException("no such key: '" + key + "'");
    }
    List<byte[]> payloads = new ArrayList<>();
    for (int i = 1; i <= UPDATES; i++) {
      payloads.add(payload(event, false, i));
    }
    for (int i = 0; i < ENDS; i++) {
      payloads.add(payload(event, true, UPDATES));
    }
    return payloads;
  }

  /** Which key's press this payload is part of; empty for other events. */
  static Optional<Character> key(byte[] payload) {
    int event = payload.length == 0 ? -1 : payload[0];
    return event >= 0 && event < KEYS.length() ? Optional.of(KEYS.charAt(event)) : Optional.empty();
  }

  private static byte[] payload(int event, boolean end, int frames) {
    return ByteBuffer.allocate(4)
        .put((byte) event)
        .put((byte) (end ? 0x80 | VOLUME : VOLUME))
        .putShort((short) (frames * 160))
        .array();
  }
}
