package io.voltline.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.Language;
import io.voltline.testkit.audio.Sound;
import io.voltline.testkit.audio.ToneMeter;
import io.voltline.testkit.audio.Wav;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptSoundsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final PromptKey WELCOME = new PromptKey("welcome", Language.ZH);
  private static final PromptKey WORD = new PromptKey("say-7", Language.ZH);
  private static final int OWN = 500;
  private static final int HOUSE = 700;

  @TempDir private Path folder = Path.of("");
  private final FakeVoice voice = new FakeVoice();
  private PromptSounds sounds = sounds();

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(folder.resolve("sounds/zh/voltline"));
    Files.createDirectories(folder.resolve("house/kept"));
    for (Language language : Language.values()) {
      Files.createDirectories(links(language));
    }
    sounds = sounds();
    TelephoneSound own = TelephoneSound.of(tone(OWN, 1));
    Files.write(folder.resolve("sounds/zh/voltline/welcome.alaw"), own.alaw());
  }

  private PromptSounds sounds() {
    return new PromptSounds(
        folder.resolve("sounds"), folder.resolve("house"), voice, Duration.ofSeconds(2), () -> NOW);
  }

  private Path links(Language language) {
    return folder.resolve("house").resolve(language.code()).resolve("voltline");
  }

  @Test
  void aRecordingIsHeardOnceItIsPlayedAndTheProductsOwnAfterwards() throws IOException {
    PromptSounds.Kept kept = sounds.record(WELCOME, tone(HOUSE, 1));
    assertThat(kept.length()).isBetween(Duration.ofMillis(1_200), Duration.ofMillis(1_300));
    assertThat(kept.checksum()).matches("[0-9a-f]{24}");
    assertHeard(sounds.heard(WELCOME), OWN);
    assertHeard(sounds.kept(kept), HOUSE);

    sounds.play(Map.of(WELCOME, kept.name()));
    assertHeard(sounds.heard(WELCOME), HOUSE);
    assertHeard(sounds.product(WELCOME), OWN);
    for (String law : new String[] {".alaw", ".ulaw"}) {
      Path link = links(Language.ZH).resolve("welcome" + law);
      assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("../../kept", kept.name() + law));
      assertThat(Files.size(link)).isEqualTo(8 * kept.length().toMillis());
    }

    sounds.play(Map.of());
    assertHeard(sounds.heard(WELCOME), OWN);
    assertThat(links(Language.ZH)).isEmptyDirectory();
    assertThat(sounds.recorded(WELCOME, kept.name())).contains(kept);
  }

  @Test
  void whoeverHearsTheOneBeforeHearsItToItsEnd() throws IOException {
    String first = sounds.record(WELCOME, tone(HOUSE, 1)).name();
    sounds.play(Map.of(WELCOME, first));
    Path link = links(Language.ZH).resolve("welcome.alaw");
    long all = Files.size(link);
    try (var playing = Files.newInputStream(link)) {
      String second = sounds.record(WELCOME, tone(HOUSE, 0.5)).name();
      sounds.play(Map.of(WELCOME, second));
      sounds.sweep(Set.of(second), NOW.plusSeconds(1));
      assertThat(playing.readAllBytes()).hasSize(Math.toIntExact(all));
    }
    assertThat(Files.size(link)).isLessThan(all);
  }

  @Test
  void aTextIsSpokenOnceAndItsSoundIsTheOneThatWasTried() throws IOException {
    PromptSounds.Kept tried = sounds.speak(WELCOME, "您好");
    assertThat(sounds.speak(WELCOME, "您好")).isEqualTo(tried);
    assertThat(voice.spoken).containsExactly("zh 您好");
    assertThat(sounds.speak(WELCOME, "再见").name()).isNotEqualTo(tried.name());
    voice.broken = true;
    assertThatThrownBy(() -> sounds.speak(WELCOME, "喂")).isInstanceOf(NoVoice.class);
  }

  @Test
  void aWordOfARowHasLessSilenceAroundItAndIsNoOtherPromptsRecording() throws IOException {
    PromptSounds.Kept prompt = sounds.record(WELCOME, tone(HOUSE, 1));
    PromptSounds.Kept word = sounds.record(WORD, tone(HOUSE, 1));
    assertThat(prompt.length().minus(word.length())).isEqualTo(Duration.ofMillis(210));
    assertThat(sounds.recorded(WORD, prompt.name())).isEmpty();
    assertThat(sounds.recorded(WELCOME, "../" + prompt.name())).isEmpty();
    assertThat(sounds.recorded(WELCOME, sounds.speak(WELCOME, "您好").name())).isEmpty();
  }

  @Test
  void whatCallersCannotHearIsRefusedWithItsReason() throws IOException {
    assertUnfit(FakeVoice.wav(16_000, 1, new double[16_000]), UnfitSound.Why.SILENT);
    assertUnfit(tone(HOUSE, 3), UnfitSound.Why.LONG);
    assertUnfit("no sound".getBytes(StandardCharsets.UTF_8), UnfitSound.Why.NO_WAV);
    assertUnfit(FakeVoice.wav(4_000, 1, FakeVoice.tone(4_000, HOUSE, 1)), UnfitSound.Why.RATE);
    assertThat(folder.resolve("house/kept")).isEmptyDirectory();
  }

  private void assertUnfit(byte[] wav, UnfitSound.Why why) {
    assertThatThrownBy(() -> sounds.record(WELCOME, wav))
        .isInstanceOfSatisfying(UnfitSound.class, it -> assertThat(it.why()).isEqualTo(why));
  }

  @Test
  void aSoundThatIsLostLeavesTheProductsOwn() throws IOException {
    String name = sounds.record(WELCOME, tone(HOUSE, 1)).name();
    sounds.play(Map.of(WELCOME, name));
    Files.delete(folder.resolve("house/kept").resolve(name + ".ulaw"));
    sounds.play(Map.of(WELCOME, name));
    assertHeard(sounds.heard(WELCOME), OWN);
  }

  @Test
  void whatWasOnlyTriedGoes() throws IOException {
    String wanted = sounds.record(WELCOME, tone(HOUSE, 1)).name();
    sounds.record(WELCOME, tone(HOUSE, 0.5));
    sounds.sweep(Set.of(wanted), NOW);
    assertThat(kept()).hasSize(4);
    sounds.sweep(Set.of(wanted), NOW.plusSeconds(1));
    assertThat(kept()).containsExactlyInAnyOrder(wanted + ".alaw", wanted + ".ulaw");
  }

  private String[] kept() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("house/kept"))) {
      return all.map(file -> String.valueOf(file.getFileName())).toArray(String[]::new);
    }
  }

  private static void assertHeard(Optional<byte[]> wav, int hertz) {
    short[] samples = Wav.parse(wav.orElseThrow()).channels().getFirst();
    assertThat(ToneMeter.classify(samples, 3_200))
        .isInstanceOfSatisfying(Sound.Tone.class, tone -> assertThat(tone.is(hertz)).isTrue());
  }

  private static byte[] tone(double hertz, double seconds) throws IOException {
    return FakeVoice.wav(16_000, 2, FakeVoice.tone(16_000, hertz, seconds));
  }
}
