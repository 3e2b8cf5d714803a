package io.voltline.testkit.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Many people who call, ask for a person and wait; they say nothing and nobody listens to what they
 * hear. One SIPp plays them all, for a machine that could not bear one each.
 */
public final class Crowd implements AutoCloseable {
  private static final Duration HANG_UP = Duration.ofSeconds(10);

  // Never read: what the switch sends is dropped without a word to it.
  private final DatagramSocket audio;
  private final ControlLink control = ControlLink.open(this::signalled);
  private final Set<String> talking = ConcurrentHashMap.newKeySet();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final Sipp sipp;

  private Crowd(SipSite site, String prefix, String number, int size, int perSecond) {
    try {
      audio = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] link = control.option();
    sipp =
        Sipp.start(
            site,
            "crowd",
            Sipp.freePort(),
            Map.of(
                "prefix",
                prefix,
                "number",
                number,
                "audio",
                Integer.toString(audio.getLocalPort())),
            link[0],
            link[1],
            "-m",
            Integer.toString(size),
            "-l",
            Integer.toString(size),
            "-r",
            Integer.toString(perSecond),
            "-aa");
  }

  /**
   * They call one after the other.
   *
   * @param prefix of the callers' numbers; 1, 2, 3 and so on follow it
   */
  public static Crowd call(SipSite site, String prefix, String number, int size, int perSecond) {
    return new Crowd(site, prefix, number, size, perSecond);
  }

  /** How many were let in so far. */
  public int answered() {
    return talking.size() + ended.size();
  }

  /** How many were hung up on, or hung up themselves. */
  public int ended() {
    return ended.size();
  }

  /** What went wrong, in SIPp's words; for a test's report. */
  public String complaint() {
    return sipp.complaint();
  }

  /** Those who are still there hang up. */
  @Override
  public void close() {
    talking.forEach(call -> control.order(call, "hangup"));
    sipp.succeedsWithin(HANG_UP);
    sipp.close();
    control.close();
    audio.close();
  }

  private void signalled(ControlLink.Signal signal) {
    switch (signal.name()) {
      case "answered" -> talking.add(signal.callId());
      case "ended" -> {
        ended.add(signal.callId());
        talking.remove(signal.callId());
      }
      default -> throw new IllegalStateException("the scenario said " + signal);
    }
  }
}
