package io.voltline.testkit.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavTest {
  @TempDir Path directory;

  @Test
  void readsWhatItWroteChannelByChannel() {
    Path file = directory.resolve("two.wav");
    new Wav(List.of(new short[] {1, -2, 3}, new short[] {4, 5, -6})).write(file);

    assertThat(Wav.read(file).channels())
        .containsExactly(new short[] {1, -2, 3}, new short[] {4, 5, -6});
  }

  @Test
  void anotherRateIsConverted() throws IOException {
    byte[] samples = new byte[2 * 44_100];
    AudioFormat studio = new AudioFormat(44_100, 16, 1, true, false);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(samples), studio, 44_100),
        AudioFileFormat.Type.WAVE,
        file);

    assertThat(Wav.parse(file.toByteArray()).seconds()).isCloseTo(1, within(0.01));
  }

  @Test
  void whatIsNoWavIsRefused() {
    assertThatThrownBy(() -> Wav.parse("nonsense".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a WAV file");
  }
}
