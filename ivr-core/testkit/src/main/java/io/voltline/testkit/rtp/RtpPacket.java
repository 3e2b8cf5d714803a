package io.voltline.testkit.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One RTP packet (RFC 3550) without contributing sources or extensions.
 *
 * @param payloadType 0 to 127
 * @param marker first packet of a talk spurt or of a key press
 * @param sequence 0 to 65,535
 * @param timestamp in samples, 32 bits
 * @param source who sends, 32 bits
 */
@SuppressWarnings("ArrayRecordComponent") // packets are never compared
record RtpPacket(
    int payloadType, boolean marker, int sequence, int timestamp, int source, byte[] payload) {
  static final int PCMA = 8;
  static final int TELEPHONE_EVENT = 101;
  private static final int HEADER = 12;

  byte[] toBytes() {
    return ByteBuffer.allocate(HEADER + payload.length)
        .put((byte) 0x80)
        .put((byte) (marker ? payloadType | 0x80 : payloadType))
        .putShort((short) sequence)
        .putInt(timestamp)
        .putInt(source)
        .put(payload)
        .array();
  }

  /** The packet in {@code bytes}, or nothing when it is none, RTCP for one. */
  static Optional<RtpPacket> parse(byte[] bytes, int length) {
    if (length < HEADER || (bytes[0] & 0xc0) != 0x80 || isRtcp(bytes[1] & 0xff)) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    int first = in.get();
    int second = in.get();
    int sequence = in.getShort() & 0xffff;
    int timestamp = in.getInt();
    int source = in.getInt();
    int skip = (first & 0x0f) * 4;
    if (in.remaining() < skip) {
      return Optional.empty();
    }
    byte[] payload = new byte[in.remaining() - skip];
    in.position(in.position() + skip).get(payload);
    return Optional.of(
        new RtpPacket(second & 0x7f, (second & 0x80) != 0, sequence, timestamp, source, payload));
  }

  private static boolean isRtcp(int secondByte) {
    return secondByte >= 192 && secondByte <= 223;
  }
}
