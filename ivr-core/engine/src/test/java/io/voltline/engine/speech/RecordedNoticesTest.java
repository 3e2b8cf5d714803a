package io.voltline.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.engine.notice.NoticeSounds;
import io.voltline.testkit.audio.ALaw;
import io.voltline.testkit.audio.Sound;
import io.voltline.testkit.audio.ToneMeter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedNoticesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final Duration LONGEST = Duration.ofSeconds(2);

  @TempDir private Path folder = Path.of("");
  private RecordedNotices notices = new RecordedNotices(folder, folder, () -> NOW);

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(folder.resolve("notices"));
    Files.createDirectories(folder.resolve("takes"));
    notices = new RecordedNotices(folder.resolve("notices"), folder.resolve("takes"), () -> NOW);
  }

  @Test
  void aSoundIsKeptInBothLawsAsItWasSaid() throws Exception {
    Duration length = notices.keep("a1-zh-1", tone(16_000, 700, 1), LONGEST);

    assertThat(length).isBetween(Duration.ofMillis(950), Duration.ofMillis(1_200));
    assertThat(notices.there("a1-zh-1")).isTrue();
    assertThat(notices.playedAs("a1-zh-1")).isEqualTo("notices/a1-zh-1");
    assertThat(notices.all()).containsExactly("a1-zh-1");
    byte[] alaw = Files.readAllBytes(folder.resolve("notices/a1-zh-1.alaw"));
    assertThat(ToneMeter.classify(ALaw.decode(alaw, 0, alaw.length), 3_200))
        .isInstanceOfSatisfying(Sound.Tone.class, tone -> assertThat(tone.is(700)).isTrue());
    assertThat(folder.resolve("notices/a1-zh-1.ulaw")).exists();

    notices.remove("a1-zh-1");
    assertThat(notices.there("a1-zh-1")).isFalse();
    assertThat(notices.all()).isEmpty();
  }

  @Test
  void whatCallersCannotHearIsRefusedWithItsReason() throws IOException {
    byte[] silence = FakeVoice.wav(16_000, 1, new double[16_000]);
    byte[] tooLong = tone(8_000, 700, 3);
    byte[] none = "no sound".getBytes(StandardCharsets.UTF_8);
    assertUnfit(silence, "nothing is said in it");
    assertUnfit(tooLong, "3 s long, at most 2 s");
    assertUnfit(none, "no WAV file that can be read");
    assertUnfit(new byte[0], "no WAV file that can be read");
    assertUnfit(tone(4_000, 700, 1), "4000 Hz, not 8 to 48 kHz");
    assertThat(notices.all()).isEmpty();
  }

  private void assertUnfit(byte[] wav, String why) {
    assertThatThrownBy(() -> notices.keep("a1-zh-1", wav, LONGEST))
        .isInstanceOf(NoticeSounds.Unfit.class)
        .hasMessageStartingWith(why);
  }

  @Test
  void whatNobodyKeptOnThePhoneGoes() throws IOException {
    assertThat(notices.take("x")).isEqualTo(folder.resolve("takes/x").toString());
    Path old = folder.resolve("takes/old.wav");
    Files.write(old, new byte[] {1});
    Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(60)));
    Files.write(folder.resolve("takes/x.wav"), new byte[] {2});
    Files.setLastModifiedTime(folder.resolve("takes/x.wav"), FileTime.from(NOW));

    notices.removeTakesBefore(NOW);

    assertThat(old).doesNotExist();
    assertThat(notices.taken("x")).containsExactly(2);
  }

  @Test
  void withoutItsFoldersThereIsNothing() throws IOException {
    var elsewhere = new RecordedNotices(folder.resolve("no"), folder.resolve("none"), () -> NOW);
    assertThat(elsewhere.all()).isEmpty();
    elsewhere.removeTakesBefore(NOW);
    assertThatThrownBy(() -> elsewhere.keep("a1-zh-1", tone(8_000, 700, 1), LONGEST))
        .isInstanceOf(IOException.class);
  }

  private static byte[] tone(int rate, double hertz, double seconds) throws IOException {
    return FakeVoice.wav(rate, 1, FakeVoice.tone(rate, hertz, seconds));
  }
}
