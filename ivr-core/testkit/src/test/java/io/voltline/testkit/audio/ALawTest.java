package io.voltline.testkit.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ALawTest {
  /** Values of ITU-T G.711's tables. */
  @ParameterizedTest
  @CsvSource({
    "0, 0xd5, 8",
    "-1, 0x55, -8",
    "32767, 0xaa, 32256",
    "-32768, 0x2a, -32256",
    "1000, 0xfa, 1008"
  })
  void codesAsTheStandardSays(short sample, String code, short decoded) {
    byte[] codes = ALaw.encode(new short[] {sample});

    assertThat(codes[0]).isEqualTo(Integer.decode(code).byteValue());
    assertThat(ALaw.decode(codes, 0, 1)[0]).isEqualTo(decoded);
  }

  @Test
  void everyCodeSurvivesTheWayThereAndBack() {
    byte[] codes = new byte[256];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) i;
    }

    assertThat(ALaw.encode(ALaw.decode(codes, 0, codes.length))).isEqualTo(codes);
  }
}
