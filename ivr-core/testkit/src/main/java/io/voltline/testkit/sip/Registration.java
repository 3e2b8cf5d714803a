package io.voltline.testkit.sip;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells the switch where phones are. */
final class Registration {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String PER_SECOND = "100";

  private Registration() {}

  /**
   * Registers phones that are called at one port.
   *
   * @param seconds how long it holds; 0 takes them out
   * @throws IllegalStateException when the switch refuses one
   */
  static void of(SipSite site, int port, List<PhoneLine> lines, int seconds) {
    var file = new StringBuilder("SEQUENTIAL\n");
    lines.forEach(
        line -> file.append(line.agentNo()).append(';').append(line.password()).append(";\n"));
    try (Sipp sipp =
        Sipp.start(
            site,
            "register",
            port,
            Map.of("expires", Integer.toString(seconds)),
            Map.of("phones.csv", file.toString()),
            "-inf",
            "phones.csv",
            "-r",
            PER_SECOND,
            "-m",
            Integer.toString(lines.size()))) {
      if (!sipp.succeedsWithin(LIMIT)) {
        throw new IllegalStateException(
            "not registered: one of " + lines + ": " + sipp.complaint());
      }
    }
  }
}
