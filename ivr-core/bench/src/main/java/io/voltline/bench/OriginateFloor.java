package io.voltline.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The peer of a ring: the switch told by AMI to ring a phone, with nothing decided at all. */
final class OriginateFloor implements AutoCloseable {
  private static final int RING_MILLIS = 1_000;

  private final Ami ami;

  /** Signs in to the control port of a switch on this machine. */
  OriginateFloor(String host, int port, String secret) {
    ami = new Ami(host, port, secret);
  }

  /**
   * Rings the phone for up to a second and returns when it was asked to.
   *
   * @param talk after an answer
   */
  Instant ring(String agentNo, Duration talk) {
    Instant asked = Instant.now();
    ami.ask(
        "Originate",
        "Channel: PJSIP/" + agentNo,
        "Application: Wait",
        String.format(Locale.ROOT, "Data: %.3f", talk.toMillis() / 1000.0),
        "Async: true",
        "Timeout: " + RING_MILLIS);
    return asked;
  }

  @Override
  public void close() throws IOException {
    ami.close();
  }
}
