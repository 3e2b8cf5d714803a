package io.voltline.testkit.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Sound;
import io.voltline.testkit.audio.Voice;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class RtpPartyTest {
  @Test
  void twoPartiesHearEachOthersTone() {
    try (RtpParty caller = RtpParty.open();
        RtpParty agent = RtpParty.open()) {
      caller.say(Voice.tone(1_000));
      agent.say(Voice.tone(440));
      join(caller, agent);

      await()
          .until(() -> caller.ear().secondsOf(440) >= 0.5 && agent.ear().secondsOf(1_000) >= 0.5);
      assertThat(caller.ear().secondsOf(1_000)).isZero();

      agent.say(Voice.silence());
      await().until(() -> caller.ear().lately(3, Sound.Silence.class::isInstance));
    }
  }

  @Test
  void aFarEndThatStopsSendingIsSilence() {
    try (RtpParty caller = RtpParty.open()) {
      try (RtpParty agent = RtpParty.open()) {
        agent.say(Voice.tone(440));
        join(caller, agent);
        await().until(() -> caller.ear().secondsOf(440) >= 0.2);
      }
      await().until(() -> caller.ear().lately(3, Sound.Silence.class::isInstance));
    }
  }

  private static void join(RtpParty one, RtpParty other) {
    one.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), other.port()));
    other.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), one.port()));
  }
}
