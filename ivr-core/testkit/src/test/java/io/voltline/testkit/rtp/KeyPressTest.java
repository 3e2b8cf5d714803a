package io.voltline.testkit.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyPressTest {
  @Test
  void growsAndEndsThreeTimes() {
    List<byte[]> payloads = KeyPress.payloads('#');

    assertThat(payloads)
        .hasSize(11)
        .allSatisfy(payload -> assertThat(payload[0]).isEqualTo((byte) 11));
    assertThat(payloads)
        .map(KeyPressTest::duration)
        .startsWith(160, 320, 480)
        .endsWith(1_280, 1_280);
    assertThat(payloads)
        .map(payload -> payload[1] < 0)
        .containsSubsequence(false, true, true, true);
    assertThat(payloads.stream().filter(payload -> payload[1] < 0)).hasSize(3);
  }

  @Test
  void refusesWhatIsOnNoKeypad() {
    assertThatThrownBy(() -> KeyPress.payloads('x')).hasMessage("no such key: 'x'");
  }

  private static int duration(byte[] payload) {
    return ByteBuffer.wrap(payload, 2, 2).getShort();
  }

  @Test
  void isReadAsItWasPressed() {
    assertThat(KeyPress.payloads('#')).allMatch(p -> KeyPress.key(p).equals(Optional.of('#')));
    assertThat(KeyPress.key(new byte[] {16})).as("a flash").isEmpty();
    assertThat(KeyPress.key(new byte[0])).isEmpty();
  }
}
