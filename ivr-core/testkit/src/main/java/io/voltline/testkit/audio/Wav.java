package io.voltline.testkit.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Sound in a WAV file: 8 kHz, 16 bit.
 *
 * @param channels samples by channel, all of the same length
 */
public record Wav(List<short[]> channels) {
  /** One channel. */
  public static Wav mono(short[] samples) {
    return new Wav(List.of(samples));
  }

  /**
   * Reads a file; another rate or depth is converted.
   *
   * @throws IllegalArgumentException when it is no WAV file that can be converted
   */
  public static Wav read(Path file) {
    try {
      return parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of the bytes of a file. */
  public static Wav parse(byte[] bytes) {
    try (AudioInputStream file = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes));
        AudioInputStream in = AudioSystem.getAudioInputStream(telephone(file), file)) {
      ByteBuffer data = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      int length = data.remaining() / in.getFormat().getFrameSize();
      List<short[]> channels =
          Stream.generate(() -> new short[length]).limit(in.getFormat().getChannels()).toList();
      for (int i = 0; i < length; i++) {
        for (short[] channel : channels) {
          channel[i] = data.getShort();
        }
      }
      return new Wav(channels);
    } catch (UnsupportedAudioFileException e) {
      throw new IllegalArgumentException("not a WAV file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AudioFormat telephone(AudioInputStream file) {
    return new AudioFormat(Voice.RATE, 16, file.getFormat().getChannels(), true, false);
  }

  /** Writes the file, over an older one. */
  public void write(Path file) {
    int length = channels.getFirst().length;
    ByteBuffer data =
        ByteBuffer.allocate(length * channels.size() * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < length; i++) {
      for (short[] channel : channels) {
        data.putShort(channel[i]);
      }
    }
    AudioFormat format = new AudioFormat(Voice.RATE, 16, channels.size(), true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(data.array()), format, length)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Length of the sound. */
  public double seconds() {
    return (double) channels.getFirst().length / Voice.RATE;
  }
}
