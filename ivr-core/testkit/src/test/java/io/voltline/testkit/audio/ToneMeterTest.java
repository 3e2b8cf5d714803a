package io.voltline.testkit.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToneMeterTest {
  @ParameterizedTest
  @ValueSource(ints = {100, 440, 450, 1_000, 1_633, 3_400})
  void tellsAToneThroughALaw(int hertz) {
    short[] heard = throughALaw(take(Voice.tone(hertz)));

    assertThat(ToneMeter.classify(heard, 0))
        .isInstanceOfSatisfying(Sound.Tone.class, tone -> assertThat(tone.is(hertz)).isTrue());
    assertThat(ToneMeter.share(heard, 0, ToneMeter.BLOCK, hertz)).isGreaterThan(0.98);
    assertThat(ToneMeter.share(heard, 0, ToneMeter.BLOCK, hertz + 200)).isLessThan(0.05);
  }

  @Test
  void twoTonesAtOnceAreNotOne() {
    short[] one = take(Voice.tone(440));
    short[] both = take(Voice.tone(1_000));
    for (int i = 0; i < both.length; i++) {
      both[i] += one[i];
    }

    assertThat(ToneMeter.classify(both, 0)).isEqualTo(new Sound.Mixed());
    assertThat(ToneMeter.share(both, 0, ToneMeter.BLOCK, 440)).isBetween(0.45, 0.55);
  }

  @Test
  void silenceIsSilenceAndNoiseIsNoTone() {
    Random random = new Random(1);
    short[] noise = new short[ToneMeter.BLOCK];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (random.nextGaussian() * 3_000);
    }

    assertThat(ToneMeter.classify(noise, 0)).isEqualTo(new Sound.Mixed());
    assertThat(ToneMeter.classify(throughALaw(new short[ToneMeter.BLOCK]), 0))
        .isEqualTo(new Sound.Silence());
    assertThat(ToneMeter.share(new short[ToneMeter.BLOCK], 0, ToneMeter.BLOCK, 440)).isZero();
  }

  private static short[] take(Voice voice) {
    short[] block = new short[ToneMeter.BLOCK];
    for (int at = 0; at < block.length; at += Voice.FRAME) {
      System.arraycopy(voice.next(), 0, block, at, Voice.FRAME);
    }
    return block;
  }

  private static short[] throughALaw(short[] samples) {
    return ALaw.decode(ALaw.encode(samples), 0, samples.length);
  }
}
