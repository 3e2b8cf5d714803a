package io.voltline.engine.speech;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * A sound in both G.711 laws at 8 kHz, so that the switch plays it without transcoding. Cut of
 * silence, to the telephone's band and to one loudness, like the prompts ({@code ops/lib/speak}).
 */
final class TelephoneSound {
  private static final int RATE = 8_000;
  private static final int LOWEST_RATE = 8_000;
  private static final int HIGHEST_RATE = 48_000;

  /** A thousandth of the loudest: what is below ahead and behind is no speech. */
  private static final double SILENCE = 0.001;

  private static final double LOUDEST = Math.pow(10, -3 / 20.0);

  /**
   * The silence before and behind what is said, in thousandths of a second, as in {@code
   * ops/lib/speak}.
   */
  record Pause(int ahead, int after) {
    /** Free text, inside of a sentence. */
    static final Pause TEXT = new Pause(50, 50);

    /** So that no first syllable is lost while the audio path opens. */
    static final Pause PROMPT = new Pause(150, 100);

    /** Words of a row follow one another. */
    static final Pause WORD = new Pause(10, 30);

    private static int samples(int millis) {
      return millis * RATE / 1_000;
    }
  }

  private final byte[] alaw;
  private final byte[] ulaw;

  private TelephoneSound(byte[] alaw, byte[] ulaw) {
    this.alaw = alaw;
    this.ulaw = ulaw;
  }

  /**
   * Makes it of a WAV file.
   *
   * @throws UnfitSound when it is none, of a rate the telephone can't be served from, or silent
   */
  static TelephoneSound of(byte[] wav) throws IOException {
    return of(wav, Pause.TEXT);
  }

  /**
   * Makes it of a WAV file, with another silence around it.
   *
   * @throws UnfitSound when it is none, of a rate the telephone can't be served from, or silent
   */
  static TelephoneSound of(byte[] wav, Pause pause) throws IOException {
    double[] sound = trimmed(speech(wav));
    double peak = peak(sound);
    if (peak == 0) {
      throw new UnfitSound(UnfitSound.Why.SILENT, "nothing is said in it");
    }
    int ahead = Pause.samples(pause.ahead);
    int after = Pause.samples(pause.after);
    ByteBuffer pcm =
        ByteBuffer.allocate((ahead + sound.length + after) * Short.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .position(ahead * Short.BYTES);
    for (double sample : sound) {
      pcm.putShort((short) Math.round(sample / peak * LOUDEST * Short.MAX_VALUE));
    }
    return new TelephoneSound(
        encoded(pcm.array(), AudioFormat.Encoding.ALAW),
        encoded(pcm.array(), AudioFormat.Encoding.ULAW));
  }

  /** What the switch plays, as a WAV file that browsers play. */
  static byte[] wav(byte[] alaw) throws IOException {
    var law = new AudioFormat(AudioFormat.Encoding.ALAW, RATE, Byte.SIZE, 1, 1, RATE, false);
    var plain = new AudioFormat(RATE, Short.SIZE, 1, true, false);
    var wav = new ByteArrayOutputStream();
    try (var in = new AudioInputStream(new ByteArrayInputStream(alaw), law, alaw.length);
        var samples = AudioSystem.getAudioInputStream(plain, in)) {
      AudioSystem.write(samples, AudioFileFormat.Type.WAVE, wav);
    }
    return wav.toByteArray();
  }

  byte[] alaw() {
    return alaw;
  }

  byte[] ulaw() {
    return ulaw;
  }

  /** How long it sounds. */
  Duration length() {
    return length(alaw.length);
  }

  /** How long so many bytes sound in either law. */
  static Duration length(long bytes) {
    return Duration.ofMillis(bytes * 1_000L / RATE);
  }

  /**
   * This, if it may be that long.
   *
   * @throws UnfitSound when it is longer
   */
  TelephoneSound within(Duration longest) throws UnfitSound {
    if (length().compareTo(longest) > 0) {
      throw new UnfitSound(
          UnfitSound.Why.LONG,
          "%d s long, at most %d s".formatted(length().toSeconds(), longest.toSeconds()));
    }
    return this;
  }

  /** On the disk, both laws together. */
  long bytes() {
    return (long) alaw.length + ulaw.length;
  }

  private static double[] speech(byte[] wav) throws IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
      int rate = Math.round(in.getFormat().getSampleRate());
      if (rate < LOWEST_RATE || rate > HIGHEST_RATE) {
        throw new UnfitSound(UnfitSound.Why.RATE, rate + " Hz, not 8 to 48 kHz");
      }
      var plain = new AudioFormat(rate, Short.SIZE, in.getFormat().getChannels(), true, false);
      try (AudioInputStream samples = AudioSystem.getAudioInputStream(plain, in)) {
        return Band.telephone(rate, mixed(samples.readAllBytes(), plain.getChannels()));
      }
    } catch (UnfitSound e) {
      throw e;
    } catch (UnsupportedAudioFileException | IllegalArgumentException | IOException e) {
      throw new UnfitSound(
          UnfitSound.Why.NO_WAV, "no WAV file that can be read: " + e.getMessage());
    }
  }

  private static double[] mixed(byte[] pcm, int channels) {
    var shorts = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    var samples = new double[shorts.limit() / channels];
    for (int i = 0; i < samples.length; i++) {
      for (int channel = 0; channel < channels; channel++) {
        samples[i] += shorts.get() / (double) Short.MAX_VALUE / channels;
      }
    }
    return samples;
  }

  private static double[] trimmed(double[] sound) {
    int from = 0;
    int to = sound.length;
    while (from < to && Math.abs(sound[from]) < SILENCE) {
      from++;
    }
    while (to > from && Math.abs(sound[to - 1]) < SILENCE) {
      to--;
    }
    return Arrays.copyOfRange(sound, from, to);
  }

  private static double peak(double[] sound) {
    double peak = 0;
    for (double sample : sound) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  private static byte[] encoded(byte[] pcm, AudioFormat.Encoding law) throws IOException {
    var format = new AudioFormat(RATE, Short.SIZE, 1, true, false);
    long frames = pcm.length / Short.BYTES;
    try (AudioInputStream in = new AudioInputStream(new ByteArrayInputStream(pcm), format, frames);
        AudioInputStream out = AudioSystem.getAudioInputStream(law, in)) {
      return out.readAllBytes();
    }
  }
}
