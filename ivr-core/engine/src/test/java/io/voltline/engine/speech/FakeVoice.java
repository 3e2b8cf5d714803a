package io.voltline.engine.speech;

import io.voltline.domain.kernel.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A voice that hums at 1 kHz for half a second, when the test lets it. */
final class FakeVoice implements Voice {
  final List<String> spoken = new CopyOnWriteArrayList<>();
  volatile CountDownLatch may = new CountDownLatch(0);
  volatile boolean broken;

  @Override
  public String name() {
    return "hum";
  }

  @Override
  public byte[] speak(Language language, String text) throws IOException {
    spoken.add(language.code() + " " + text);
    try {
      may.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    if (broken) {
      throw new IOException("hoarse");
    }
    return wav(22_050, 1, tone(22_050, 1_000, 0.5));
  }

  static double[] tone(int rate, double hertz, double seconds) {
    var tone = new double[(int) (rate * seconds)];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = 0.25 * Math.sin(2 * Math.PI * hertz * i / rate);
    }
    return tone;
  }

  static byte[] wav(int rate, int channels, double[] samples) throws IOException {
    var pcm = ByteBuffer.allocate(samples.length * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (double sample : samples) {
      for (int channel = 0; channel < channels; channel++) {
        pcm.putShort((short) (sample * Short.MAX_VALUE));
      }
    }
    var format = new AudioFormat(rate, 16, channels, true, false);
    var out = new ByteArrayOutputStream();
    try (var in =
        new AudioInputStream(new ByteArrayInputStream(pcm.array()), format, samples.length)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, out);
    }
    return out.toByteArray();
  }
}
