package io.voltline.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against stand-ins for the program; {@link EspeakVoiceIT} has the real one. */
class EspeakVoiceTest {
  @Test
  void theTextGoesInAsItIsAndTheLanguagesVoiceIsAskedFor() throws IOException {
    var voice = new EspeakVoice(List.of("/bin/sh", "-c", "echo \"$@\" && cat", "sh"));

    assertThat(text(voice.speak(Language.ZH, "-f /etc/passwd 1001号线路")))
        .isEqualTo("-v cmn -s 185 -b 1 --stdin --stdout\n-f /etc/passwd 幺零零幺号线路");
    assertThat(text(voice.speak(Language.EN, "line"))).startsWith("-v en-gb -s 160 ");
  }

  @Test
  void aProgramThatFailsIsAnError() {
    var voice = new EspeakVoice(List.of("/bin/sh", "-c", "cat >/dev/null; exit 3"));

    assertThatThrownBy(() -> voice.speak(Language.ZH, "线路"))
        .isInstanceOf(IOException.class)
        .hasMessage("espeak-ng ended with 3");
  }

  @Test
  void aProgramThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> new EspeakVoice(List.of("/no/espeak-ng")).speak(Language.ZH, "线路"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/no/espeak-ng");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
