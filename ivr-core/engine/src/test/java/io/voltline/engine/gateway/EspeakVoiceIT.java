package io.voltline.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.kernel.Language;
import io.voltline.engine.speech.SoundFolder;
import io.voltline.engine.speech.SpokenTexts;
import io.voltline.testkit.audio.ALaw;
import io.voltline.testkit.audio.Sound;
import io.voltline.testkit.audio.ToneMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real espeak-ng of the provisioned root, run from outside it as a house's engine does. */
class EspeakVoiceIT {
  private static final Path ROOT =
      Path.of(Objects.requireNonNullElse(System.getenv("VOLTLINE_ROOT"), "/var/lib/voltline/root"));

  @TempDir private Path home = Path.of("");

  @BeforeEach
  void rootIsThere() {
    assumeTrue(Files.isExecutable(ROOT.resolve("usr/bin/espeak-ng")), "no root is provisioned");
  }

  @Test
  void bothLanguagesAreHeardAndAreNotTheSame() throws IOException {
    short[] zh = heard(Language.ZH, "城东10千伏线路检修，预计下午恢复");
    short[] en = heard(Language.EN, "Work on the 10 kV line in the east of the town");
    short[] shorter = heard(Language.ZH, "线路检修");

    for (short[] sound : List.of(zh, en)) {
      assertThat(sound.length / 8_000.0).isBetween(1.5, 8.0);
      assertThat(speech(sound)).isGreaterThan(0.6);
    }
    assertThat(zh).isNotEqualTo(en);
    assertThat(shorter.length).isLessThan(zh.length / 2);
  }

  private short[] heard(Language language, String text) throws IOException {
    var folder = new SoundFolder(home.resolve("spoken"), 1_000_000, InstantSource.system());
    var voice = new EspeakVoice(command());
    var texts =
        new SpokenTexts(voice, folder, Duration.ofSeconds(10), 1, new SimpleMeterRegistry());
    String sound = texts.sound(language, text).orElseThrow();
    byte[] alaw = Files.readAllBytes(home.resolve(sound + ".alaw"));
    return ALaw.decode(alaw, 0, alaw.length);
  }

  /** How much of the sound is neither silence nor one tone. */
  private static double speech(short[] sound) {
    return IntStream.range(0, sound.length / ToneMeter.BLOCK)
        .mapToObj(block -> ToneMeter.classify(sound, block * ToneMeter.BLOCK))
        .mapToInt(heard -> heard instanceof Sound.Mixed ? 1 : 0)
        .average()
        .orElse(0);
  }

  /** As {@code ops/lib/render.sh} writes it into a house's settings. */
  private static List<String> command() throws IOException {
    Path libraries = first(ROOT.resolve("usr/lib"), "-linux-gnu");
    return List.of(
        first(ROOT.resolve("lib64"), ".so.2").toString(),
        "--library-path",
        libraries + ":" + libraries.resolve("pulseaudio"),
        ROOT.resolve("usr/bin/espeak-ng").toString(),
        "--path=" + libraries);
  }

  private static Path first(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }
}
