package io.voltline.testkit.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RtpPacketTest {
  private static final byte[] PAYLOAD = {1, 2, 3};

  @Test
  void readsWhatItWrites() {
    RtpPacket packet = new RtpPacket(8, true, 65_535, -5, 0x12345678, PAYLOAD);
    byte[] bytes = packet.toBytes();

    RtpPacket read = RtpPacket.parse(bytes, bytes.length).orElseThrow();

    assertThat(read).usingRecursiveComparison().isEqualTo(packet);
  }

  @Test
  void leavesAsideWhatIsNoRtp() {
    byte[] senderReport = new RtpPacket(72, true, 1, 1, 1, PAYLOAD).toBytes();
    byte[] notVersion2 = new byte[20];
    byte[] audio = new RtpPacket(8, false, 1, 1, 1, PAYLOAD).toBytes();

    assertThat(RtpPacket.parse(senderReport, senderReport.length)).isEmpty();
    assertThat(RtpPacket.parse(notVersion2, notVersion2.length)).isEmpty();
    assertThat(RtpPacket.parse(audio, 11)).isEmpty();
  }
}
