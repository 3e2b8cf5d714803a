package io.voltline.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.testkit.audio.ALaw;
import io.voltline.testkit.audio.Sound;
import io.voltline.testkit.audio.ToneMeter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneSoundTest {
  private static final int MIDDLE = 1_600;

  @ParameterizedTest
  @CsvSource({"8000, 1", "11025, 1", "16000, 2", "22050, 1", "24000, 1", "44100, 2", "48000, 1"})
  void aToneOfAnyRateKeepsItsPitchLengthAndGetsTheLoudness(int rate, int channels)
      throws IOException {
    short[] heard = heard(rate, channels, FakeVoice.tone(rate, 1_000, 0.5));

    assertThat(ToneMeter.classify(heard, MIDDLE))
        .isInstanceOfSatisfying(Sound.Tone.class, tone -> assertThat(tone.is(1_000)).isTrue());
    // Half a second, and 50 ms of silence at both ends.
    assertThat(heard.length).isBetween(4_700, 4_900);
    assertThat(IntStream.range(0, 390).map(i -> Math.abs(heard[i]))).allMatch(size -> size < 10);
    int peak = IntStream.range(0, heard.length).map(i -> Math.abs(heard[i])).max().orElseThrow();
    assertThat(peak).isBetween(22_000, 24_500);
  }

  @Test
  void whatTheTelephoneCantCarryIsTakenOutAndDoesNotFoldBack() throws IOException {
    double[] both = FakeVoice.tone(22_050, 1_000, 0.5);
    double[] above = FakeVoice.tone(22_050, 6_000, 0.5);
    Arrays.setAll(both, i -> both[i] + above[i]);

    short[] heard = heard(22_050, 1, both);

    assertThat(ToneMeter.share(heard, MIDDLE, ToneMeter.BLOCK, 1_000)).isGreaterThan(0.99);
    assertThat(ToneMeter.share(heard, MIDDLE, ToneMeter.BLOCK, 2_000)).isLessThan(0.001);
  }

  @Test
  void rumbleIsTakenOut() throws IOException {
    double[] both = FakeVoice.tone(16_000, 1_000, 0.5);
    double[] below = FakeVoice.tone(16_000, 50, 0.5);
    Arrays.setAll(both, i -> both[i] + below[i]);

    short[] heard = heard(16_000, 1, both);

    assertThat(ToneMeter.share(heard, MIDDLE, ToneMeter.BLOCK, 1_000)).isGreaterThan(0.95);
  }

  @Test
  void bothLawsHoldTheSameSound() throws IOException {
    var sound = TelephoneSound.of(FakeVoice.wav(16_000, 1, FakeVoice.tone(16_000, 440, 0.3)));

    short[] alaw = ALaw.decode(sound.alaw(), 0, sound.alaw().length);
    short[] ulaw = decodedByTheJdk(sound.ulaw());

    assertThat(ulaw).hasSameSizeAs(alaw);
    assertThat(IntStream.range(0, alaw.length).map(i -> Math.abs(alaw[i] - ulaw[i])))
        .allMatch(apart -> apart < 1_500);
  }

  @Test
  void aFileWhoseHeaderDoesNotKnowItsLengthIsReadToItsEnd() throws IOException {
    byte[] wav = FakeVoice.wav(22_050, 1, FakeVoice.tone(22_050, 1_000, 0.5));
    // As espeak-ng writes it into a pipe.
    for (int at : new int[] {4, 40}) {
      wav[at] = 0;
      wav[at + 1] = (byte) 0xf0;
      wav[at + 2] = (byte) 0xff;
      wav[at + 3] = 0x7f;
    }

    assertThat(TelephoneSound.of(wav).alaw().length).isBetween(4_700, 4_900);
  }

  @Test
  void whatIsNoSpeechIsRefused() throws IOException {
    byte[] silence = FakeVoice.wav(16_000, 1, new double[1_000]);
    byte[] nothing = FakeVoice.wav(16_000, 1, new double[0]);
    byte[] slow = FakeVoice.wav(4_000, 1, FakeVoice.tone(4_000, 1_000, 0.1));

    assertThatThrownBy(() -> TelephoneSound.of(silence)).hasMessage("nothing is said in it");
    assertThatThrownBy(() -> TelephoneSound.of(nothing)).hasMessage("nothing is said in it");
    assertThatThrownBy(() -> TelephoneSound.of(slow)).hasMessage("4000 Hz, not 8 to 48 kHz");
    assertThatThrownBy(() -> TelephoneSound.of("<html>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no WAV file");
  }

  private static short[] heard(int rate, int channels, double[] samples) throws IOException {
    byte[] alaw = TelephoneSound.of(FakeVoice.wav(rate, channels, samples)).alaw();
    return ALaw.decode(alaw, 0, alaw.length);
  }

  private static short[] decodedByTheJdk(byte[] ulaw) throws IOException {
    var coded = new AudioFormat(AudioFormat.Encoding.ULAW, 8_000, 8, 1, 1, 8_000, false);
    var plain = new AudioFormat(8_000, 16, 1, true, true);
    try (var in = new AudioInputStream(new ByteArrayInputStream(ulaw), coded, ulaw.length);
        var out = AudioSystem.getAudioInputStream(plain, in)) {
      var samples = ByteBuffer.wrap(out.readAllBytes()).asShortBuffer();
      var all = new short[samples.remaining()];
      samples.get(all);
      return all;
    }
  }
}
