package io.voltline.acceptance;

import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.audio.Wav;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.rtp.RtpParty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Proof of a path of sound: one party's tone at the other's ear. */
final class Tones {
  private static final Duration SOON = Duration.ofSeconds(20);

  private Tones() {}

  /** Waits until each has heard two more seconds of the other. */
  static void bothHearEachOther(RtpParty caller, RtpParty agent) {
    double heardByCaller = caller.ear().secondsOf(Seat.TONE) + 2;
    double heardByAgent = agent.ear().secondsOf(Visitor.TONE) + 2;
    await("the caller hearing the agent")
        .atMost(SOON)
        .until(() -> caller.ear().secondsOf(Seat.TONE) >= heardByCaller);
    await("the agent hearing the caller")
        .atMost(SOON)
        .until(() -> agent.ear().secondsOf(Visitor.TONE) >= heardByAgent);
  }

  /** Two seconds of a tone, as a WAV file. */
  static byte[] wav(House house, int hertz) throws IOException {
    Voice tone = Voice.tone(hertz);
    var samples = new short[2 * Voice.RATE];
    for (int at = 0; at < samples.length; at += Voice.FRAME) {
      System.arraycopy(tone.next(), 0, samples, at, Voice.FRAME);
    }
    Path file = house.home().resolve("tone-" + hertz + ".wav");
    Wav.mono(samples).write(file);
    try {
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }
}
