package io.voltline.testkit.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts sound into passages of silence, tone, speech and music. Speech is told from music by its
 * syllables: within a second of speech at least a fifth of the 20 ms frames are less than half as
 * loud as the whole, within a second of music hardly any.
 */
public final class Passages {
  private static final int SILENT_BLOCKS = 7;
  private static final int TONE_BLOCKS = 3;
  private static final int WINDOW_BLOCKS = 10;
  private static final double SYLLABLES = 0.22;
  private static final double SYLLABLES_AFTER_MUSIC = 0.30;

  private final short[] samples;
  private final List<Sound> sounds = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();

  private Passages(short[] samples) {
    this.samples = samples;
    for (int at = 0; at + ToneMeter.BLOCK <= samples.length; at += ToneMeter.BLOCK) {
      sounds.add(ToneMeter.classify(samples, at));
    }
  }

  /** The passages of {@code samples}; the last second may stay untold until more is heard. */
  public static List<Passage> of(short[] samples) {
    return new Passages(samples).cut();
  }

  private List<Passage> cut() {
    int block = 0;
    while (block < sounds.size()) {
      int steady = steadyFrom(block);
      if (steady > block) {
        add(kindOf(sounds.get(block)), hertzOf(sounds.get(block)), block, steady);
        block = steady;
      } else {
        int end = block + 1;
        while (end < sounds.size() && steadyFrom(end) == end) {
          end++;
        }
        addMixed(block, end);
        block = end;
      }
    }
    return passages;
  }

  /** Where the silence or tone that begins at {@code block} ends; {@code block} when none does. */
  private int steadyFrom(int block) {
    Sound first = sounds.get(block);
    if (first instanceof Sound.Mixed) {
      return block;
    }
    int end = block + 1;
    while (end < sounds.size() && same(first, sounds.get(end))) {
      end++;
    }
    int least = first instanceof Sound.Silence ? SILENT_BLOCKS : TONE_BLOCKS;
    return end - block >= least ? end : block;
  }

  private void addMixed(int from, int to) {
    Passage.Kind kind = Passage.Kind.SPEECH;
    int told = from;
    for (int end = from + WINDOW_BLOCKS; end <= to; end++) {
      double least = kind == Passage.Kind.MUSIC ? SYLLABLES_AFTER_MUSIC : SYLLABLES;
      kind =
          quietShare(end - WINDOW_BLOCKS, end) >= least ? Passage.Kind.SPEECH : Passage.Kind.MUSIC;
      add(kind, 0, told, end);
      told = end;
    }
  }

  private void add(Passage.Kind kind, int hertz, int from, int to) {
    Passage next = new Passage(kind, hertz, from / 10.0, (to - from) / 10.0);
    if (!passages.isEmpty() && passages.getLast().sameAs(next)) {
      passages.add(passages.removeLast().and(next));
    } else {
      passages.add(next);
    }
  }

  /** Share of frames less than half as loud as all of the blocks together. */
  private double quietShare(int from, int to) {
    int begin = from * ToneMeter.BLOCK;
    int frames = (to - from) * ToneMeter.BLOCK / Voice.FRAME;
    double[] loudness = new double[frames];
    double mean = 0;
    for (int i = 0; i < frames; i++) {
      loudness[i] = ToneMeter.loudness(samples, begin + i * Voice.FRAME, Voice.FRAME);
      mean += loudness[i] / frames;
    }
    int quiet = 0;
    for (double one : loudness) {
      quiet += one < mean / 2 ? 1 : 0;
    }
    return (double) quiet / frames;
  }

  private static boolean same(Sound first, Sound next) {
    return switch (first) {
      case Sound.Tone(int hertz) -> next instanceof Sound.Tone tone && tone.is(hertz);
      case Sound.Silence _ -> next instanceof Sound.Silence;
      case Sound.Mixed _ -> next instanceof Sound.Mixed;
    };
  }

  private static Passage.Kind kindOf(Sound sound) {
    return sound instanceof Sound.Tone ? Passage.Kind.TONE : Passage.Kind.SILENCE;
  }

  private static int hertzOf(Sound sound) {
    return sound instanceof Sound.Tone(int hertz) ? hertz : 0;
  }
}
