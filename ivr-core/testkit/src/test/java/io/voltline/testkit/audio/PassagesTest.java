package io.voltline.testkit.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PassagesTest {
  private final Random random = new Random(1);

  @Test
  void tellsWhatACallerHears() {
    short[] heard =
        join(
            seconds(2, this::syllables),
            seconds(2, this::chord),
            seconds(1, Voice.silence()),
            seconds(2, this::syllables),
            seconds(1, Voice.tone(440)),
            seconds(1, Voice.silence()));

    assertThat(Passages.of(heard))
        .map(Passage::kind)
        .containsExactly(
            Passage.Kind.SPEECH,
            Passage.Kind.MUSIC,
            Passage.Kind.SILENCE,
            Passage.Kind.SPEECH,
            Passage.Kind.TONE,
            Passage.Kind.SILENCE);
    assertThat(Passages.of(heard).get(4).hertz()).isBetween(436, 444);
    assertThat(Passages.of(heard).get(4).seconds()).isBetween(0.8, 1.1);
  }

  @Test
  void theGapsBetweenWordsAreSpeech() {
    short[] words = seconds(2, this::syllables);
    short[] heard = join(words, seconds(0.4, Voice.silence()), words);

    assertThat(Passages.of(heard))
        .singleElement()
        .satisfies(passage -> assertThat(passage.seconds()).isBetween(4.2, 4.5));
  }

  @Test
  void nothingIsToldOfNothing() {
    assertThat(Passages.of(new short[0])).isEmpty();
  }

  private int frame;

  /** Noise five times a second, as syllables come. */
  private short[] syllables() {
    short[] samples = new short[Voice.FRAME];
    if (frame++ % 10 < 6) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) (random.nextGaussian() * 3_000);
      }
    }
    return samples;
  }

  private final Voice low = Voice.tone(220);
  private final Voice high = Voice.tone(554);

  private short[] chord() {
    short[] one = low.next();
    short[] other = high.next();
    for (int i = 0; i < one.length; i++) {
      one[i] += other[i];
    }
    return one;
  }

  private static short[] seconds(double seconds, Voice voice) {
    return join(Stream.generate(voice::next).limit((long) (seconds * 50)).toArray(short[][]::new));
  }

  private static short[] join(short[]... parts) {
    int length = Stream.of(parts).mapToInt(part -> part.length).sum();
    short[] all = new short[length];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
