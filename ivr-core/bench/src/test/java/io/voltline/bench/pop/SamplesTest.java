package io.voltline.bench.pop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peer sends the same bytes for another call and agent. */
class SamplesTest {
  private static final Samples SAMPLES =
      new Samples(
          "{\"at\":\"10000\",\"callId\":\"bench-00000000\",\"agentNo\":\"10000\",\"name\":\"测试\"}",
          "{\"type\":\"wall\"}");

  @TempDir private Path folder;

  @Test
  void callAndAgentAreTakenOut() {
    byte[][] parts = SAMPLES.popAround("bench-00000000", "10000");
    assertThat(text(parts[0]) + "bench-00000007" + text(parts[1]) + "10042" + text(parts[2]))
        .isEqualTo(
            "{\"at\":\"10000\",\"callId\":\"bench-00000007\",\"agentNo\":\"10042\",\"name\":\"测试\"}");
  }

  @Test
  void aPopOfAnotherCallIsRefused() {
    assertThatThrownBy(() -> SAMPLES.popAround("bench-00000001", "10000"))
        .hasMessageContaining("bench-00000001");
  }

  @Test
  void keptAsWritten() throws Exception {
    SAMPLES.write(folder);
    assertThat(Samples.read(folder)).isEqualTo(SAMPLES);
  }

  private static String text(byte[] part) {
    return new String(part, StandardCharsets.UTF_8);
  }
}
