package io.voltline.testkit.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Listens: cuts what it hears into tenths of a second and tells what each was. Keeps the first ten
 * minutes as samples, so that they can be saved. Safe to ask from any thread.
 */
public final class Ear {
  private static final int KEPT = 600 * Voice.RATE;

  private short[] samples = new short[30 * Voice.RATE];
  private int length;
  private int classified;
  private final List<Sound> sounds = new ArrayList<>();

  /** Takes in more sound; what is beyond ten minutes is not listened to. */
  public synchronized void hear(short[] frame) {
    if (length + frame.length > KEPT) {
      return;
    }
    if (length + frame.length > samples.length) {
      samples = Arrays.copyOf(samples, samples.length * 2);
    }
    System.arraycopy(frame, 0, samples, length, frame.length);
    length += frame.length;
    for (; classified + ToneMeter.BLOCK <= length; classified += ToneMeter.BLOCK) {
      sounds.add(ToneMeter.classify(samples, classified));
    }
  }

  /** What was heard so far, a tenth of a second each, oldest first. */
  public synchronized List<Sound> sounds() {
    return List.copyOf(sounds);
  }

  /** Seconds heard of {@code hertz} alone. */
  public double secondsOf(int hertz) {
    return seconds(sound -> sound instanceof Sound.Tone tone && tone.is(hertz));
  }

  /** Seconds heard that are neither silence nor a pure tone. */
  public double secondsOfSpeechOrMusic() {
    return seconds(Sound.Mixed.class::isInstance);
  }

  /** Whether the last {@code tenths} of a second, all of them, were {@code wanted}. */
  public synchronized boolean lately(int tenths, Predicate<Sound> wanted) {
    return sounds.size() >= tenths
        && sounds.subList(sounds.size() - tenths, sounds.size()).stream().allMatch(wanted);
  }

  /** Everything heard, for saving. */
  public synchronized short[] samples() {
    return Arrays.copyOf(samples, length);
  }

  private synchronized double seconds(Predicate<Sound> wanted) {
    return sounds.stream().filter(wanted).count() / 10.0;
  }
}
