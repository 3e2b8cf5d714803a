package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Sound;
import io.voltline.testkit.audio.ToneMeter;
import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.rtp.RtpParty;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.time.Duration;
import java.util.Arrays;

/** Who hears whom, of people who each have a tone of their own. */
final class Talkers {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int TENTHS = 10;

  /** Of the power; what is heard of a voice in a talk of two is about a half. */
  private static final double TRACE = 0.02;

  private Talkers() {}

  /** Gives somebody a voice that nobody else has. */
  static void speaks(RtpParty party, int hertz) {
    party.say(Voice.tone(hertz));
  }

  /** About as loud as a browser lets a microphone's tone be, which it takes for noise. */
  static void speaksSoftly(RtpParty party, int hertz) {
    Voice loud = Voice.tone(hertz);
    party.say(
        () -> {
          short[] frame = loud.next();
          for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (frame[i] / 7);
          }
          return frame;
        });
  }

  /** An idle agent with a voice of the own. */
  static Seat seat(Scene scene, String agentNo, int hertz) {
    Seat seat = scene.seat(agentNo, Manner.ANSWERS);
    speaks(seat.phone().audio(), hertz);
    return seat;
  }

  /** Waits until a whole second of nothing but this tone was heard. */
  static void hearsOnly(String who, RtpParty party, int hertz) {
    await(who + " hearing " + hertz + " Hz alone")
        .atMost(SOON)
        .until(
            () ->
                party.ear().lately(TENTHS, it -> it instanceof Sound.Tone tone && tone.is(hertz)));
  }

  /** Waits until a whole second held each of these tones and none other. */
  static void hearsBoth(String who, RtpParty party, int one, int other) {
    await(who + " hearing " + one + " and " + other + " Hz")
        .atMost(SOON)
        .until(() -> Mixture.holds(lastSecond(party), one, other));
  }

  /** Waits until a whole second was music, or something else that is no tone. */
  static void hearsMusic(String who, RtpParty party) {
    await(who + " hearing music")
        .atMost(SOON)
        .until(() -> party.ear().lately(TENTHS, Sound.Mixed.class::isInstance));
  }

  /** Waits until a whole second was silent. */
  static void hearsNothing(String who, RtpParty party) {
    await(who + " hearing nothing")
        .atMost(SOON)
        .until(() -> party.ear().lately(TENTHS, Sound.Silence.class::isInstance));
  }

  /** For two seconds from now on. A frame that comes late spoils a tone, but makes no other. */
  static void doesNotHear(String who, RtpParty party, int unwanted, int hertz) {
    int from = party.ear().samples().length;
    int length = 2 * TENTHS * ToneMeter.BLOCK;
    await().atMost(SOON).until(() -> party.ear().samples().length >= from + length);
    short[] heard = Arrays.copyOfRange(party.ear().samples(), from, from + length);
    double most = 0;
    int wanted = 0;
    for (int at = 0; at < length; at += ToneMeter.BLOCK) {
      most = Math.max(most, ToneMeter.share(heard, at, ToneMeter.BLOCK, unwanted));
      wanted += ToneMeter.classify(heard, at) instanceof Sound.Tone tone && tone.is(hertz) ? 1 : 0;
    }
    assertThat(most).as(who + " hears of " + unwanted + " Hz").isLessThan(TRACE);
    assertThat(wanted).as(who + " hears " + hertz + " Hz").isGreaterThan(TENTHS);
  }

  private static short[] lastSecond(RtpParty party) {
    short[] all = party.ear().samples();
    return Arrays.copyOfRange(all, Math.max(0, all.length - Voice.RATE), all.length);
  }
}
