package io.voltline.engine.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.Secret;
import io.voltline.engine.call.flow.PromptManifest;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.speech.PromptKey;
import io.voltline.engine.speech.PromptSounds;
import io.voltline.engine.speech.Voice;
import io.voltline.testkit.audio.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PromptDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123456Z");
  private static final Optional<Instant> MILLI =
      Optional.of(Instant.parse("2026-11-23T08:00:00.123Z"));
  private static final PromptKey WELCOME = new PromptKey("welcome", Language.ZH);
  private static final PromptKey PLACE = new PromptKey("place-3", Language.EN);

  @TempDir private Path folder = Path.of("");
  private final Book book = new Book();
  private final Voice voice = mock();
  private PromptDesk desk = desk();

  /** Keeps one version of each, as the store does. */
  private static final class Book implements KeptPrompts {
    private final Map<PromptKey, HousePrompt> kept = new LinkedHashMap<>();
    private String told = "";

    @Override
    public List<HousePrompt> all() {
      return List.copyOf(kept.values());
    }

    @Override
    public boolean set(
        PromptKey prompt,
        Optional<HousePrompt> wanted,
        String own,
        Optional<Instant> seen,
        Actor by,
        Instant at) {
      told = own;
      if (!Optional.ofNullable(kept.get(prompt)).map(HousePrompt::at).equals(seen)) {
        return false;
      }
      kept.remove(prompt);
      wanted.ifPresent(it -> kept.put(prompt, it));
      return true;
    }
  }

  @BeforeEach
  void usual() throws IOException {
    for (String one : List.of("kept", "zh/voltline", "en/voltline")) {
      Files.createDirectories(folder.resolve(one));
    }
    desk = desk();
    when(voice.name()).thenReturn("hum");
    when(voice.speak(any(), any())).thenReturn(hum(400));
  }

  private PromptDesk desk() {
    InstantSource clock = InstantSource.fixed(NOW);
    Path house = folder;
    return new PromptDesk(
        List.of(
            text("welcome", Optional.empty(), "您好", "Welcome"),
            text("place-{n}", Optional.of(new PromptManifest.Numbers(2, 4)), "{n}位", "{n} ahead"),
            text("say-yao", Optional.empty(), "幺", "")),
        book,
        new PromptSounds(folder.resolve("none"), house, voice, Duration.ofSeconds(2), clock),
        clock);
  }

  private static PromptManifest.Text text(
      String id, Optional<PromptManifest.Numbers> numbers, String zh, String en) {
    return new PromptManifest.Text(id, numbers, new Bilingual(zh, en));
  }

  @Test
  void aTextIsKeptWithTheOneItReplacesAndHeardAtOnce() throws Exception {
    desk.change(admin(), PLACE, " Three\n are ahead ", Optional.empty(), Optional.empty());
    assertThat(book.told).isEqualTo("3 ahead");
    HousePrompt own = book.all().getFirst();
    assertThat(own.text()).isEqualTo("Three are ahead");
    assertThat(own.instead()).isEqualTo("3 ahead");
    assertThat(own.by()).isEqualTo("9001");
    assertThat(Optional.of(own.at())).isEqualTo(MILLI);
    assertThat(own.facts())
        .containsEntry("text", "Three are ahead")
        .containsEntry("source", "VOICE")
        .doesNotContainKey("recording");
    verify(voice).speak(Language.EN, "Three are ahead");
    assertThat(desk.heard(PLACE)).startsWith('R', 'I', 'F', 'F');
    assertThat(desk.list().get(1).changed()).containsExactly(own);
    assertThat(desk.list().getFirst().changed()).isEmpty();

    desk.putBack(admin(), PLACE, MILLI);
    assertThat(book.all()).isEmpty();
    assertThat(folder.resolve("en/voltline")).isEmptyDirectory();
  }

  @Test
  void aRecordingIsTriedAndThenCounts() throws Exception {
    var tried = desk.record(WELCOME, hum(600));
    assertThat(desk.tried(WELCOME, tried.name())).startsWith('R', 'I', 'F', 'F');
    assertThat(book.all()).isEmpty();
    var recording = Optional.of(new PromptDesk.Recording(tried.name(), "said.wav"));
    desk.change(admin(), WELCOME, "大家好", recording, Optional.empty());
    assertThat(book.all().getFirst().facts())
        .containsEntry("text", "大家好")
        .containsEntry("source", "RECORDING")
        .containsEntry("recording", "said.wav")
        .containsEntry("checksum", tried.checksum())
        .containsEntry("seconds", "1.3");
    verify(voice, never()).speak(any(), any());
  }

  @Test
  void whoeverWasOvertakenChangesNothing() throws Exception {
    desk.change(admin(), WELCOME, "大家好", Optional.empty(), Optional.empty());
    assertRefused(
        Refused.Reason.CONFLICT,
        () -> desk.change(admin(), WELCOME, "你好", Optional.empty(), Optional.empty()));
    assertRefused(Refused.Reason.CONFLICT, () -> desk.putBack(admin(), WELCOME, Optional.empty()));
    assertThat(book.all().getFirst().text()).isEqualTo("大家好");
  }

  @ParameterizedTest
  @CsvSource({
    "none, ZH, NOT_FOUND",
    "place-{n}, ZH, NOT_FOUND",
    "place-5, ZH, NOT_FOUND",
    "say-yao, EN, NOT_FOUND",
    "../../x, ZH, NOT_FOUND"
  })
  void whatIsNoPromptIsNotFound(String id, Language language, Refused.Reason reason) {
    var prompt = new PromptKey(id, language);
    assertRefused(reason, () -> desk.heard(prompt));
    assertRefused(reason, () -> desk.product(prompt));
    assertRefused(reason, () -> desk.speak(prompt, "你好"));
    assertRefused(reason, () -> desk.record(prompt, hum(600)));
    assertRefused(
        reason, () -> desk.change(admin(), prompt, "你好", Optional.empty(), Optional.empty()));
    assertRefused(reason, () -> desk.putBack(admin(), prompt, Optional.empty()));
  }

  @Test
  void aTextThatCannotBeSaidIsNamed() throws Exception {
    assertThatThrownBy(() -> desk.speak(WELCOME, " \n ")).hasMessageStartingWith("/text/empty");
    assertThatThrownBy(() -> desk.speak(WELCOME, "你".repeat(501)))
        .hasMessageStartingWith("/text/long");
    desk.speak(WELCOME, "你".repeat(500));
    when(voice.speak(Language.ZH, "，")).thenReturn(hum(0));
    assertThatThrownBy(() -> desk.speak(WELCOME, "，")).hasMessageStartingWith("/text/silent");
  }

  @Test
  void aRecordingThatCannotBeHeardIsNamed() {
    assertThatThrownBy(() -> desk.record(WELCOME, new byte[] {1}))
        .hasMessageStartingWith("/recording/no-wav");
    var gone = Optional.of(new PromptDesk.Recording("p-000000000000000000000000", "x.wav"));
    assertThatThrownBy(() -> desk.change(admin(), WELCOME, "你好", gone, Optional.empty()))
        .hasMessageStartingWith("/recording/gone");
    assertRefused(Refused.Reason.INVALID, () -> desk.tried(WELCOME, "welcome"));
  }

  @Test
  void withoutAVoiceOnlyARecordingIsPossible() throws Exception {
    when(voice.speak(any(), any())).thenThrow(new IOException("no such program"));
    assertRefused(Refused.Reason.NO_VOICE, () -> desk.speak(WELCOME, "你好"));
    assertRefused(
        Refused.Reason.NO_VOICE,
        () -> desk.change(admin(), WELCOME, "你好", Optional.empty(), Optional.empty()));
    assertThat(book.all()).isEmpty();
    var tried = desk.record(WELCOME, hum(600));
    var recording = Optional.of(new PromptDesk.Recording(tried.name(), "said.wav"));
    desk.change(admin(), WELCOME, "你好", recording, Optional.empty());
    assertThat(book.all()).hasSize(1);
  }

  /** Of another house, or of a product that had it. */
  @Test
  void whatIsNoPromptOfTheProductIsNotPlayed() throws Exception {
    var other = new PromptKey("gone", Language.ZH);
    desk.change(admin(), WELCOME, "大家好", Optional.empty(), Optional.empty());
    HousePrompt own = book.all().getFirst();
    book.kept.put(
        other, new HousePrompt(other, "x", "x", own.sound(), Optional.empty(), own.at(), own.by()));
    Files.createSymbolicLink(folder.resolve("zh/voltline/gone.alaw"), Path.of("../../kept/x"));
    assertThat(desk.follow()).isTrue();
    assertThat(Files.isSymbolicLink(folder.resolve("zh/voltline/welcome.alaw"))).isTrue();
    assertThat(Files.isSymbolicLink(folder.resolve("zh/voltline/gone.alaw"))).isFalse();
  }

  private static void assertRefused(Refused.Reason reason, ThrowingCallable asking) {
    assertThatThrownBy(asking)
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  /** A second of a tone, or of silence. */
  private byte[] hum(int hertz) throws IOException {
    var samples = new short[8_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * hertz * i / samples.length));
    }
    Path file = folder.resolve("hum.wav");
    Wav.mono(samples).write(file);
    return Files.readAllBytes(file);
  }

  private static Actor admin() throws Refused {
    var account =
        new Account(
            new AgentNo("9001"), "测试", Role.ADMIN, PhoneKind.WEBRTC, List.of(), new Secret("s"));
    return Actor.of(account, "10.0.0.9");
  }
}
