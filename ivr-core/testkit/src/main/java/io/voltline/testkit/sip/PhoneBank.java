package io.voltline.testkit.sip;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many agents' SIP phones in one process. Each is registered, answers at once and hangs up after a
 * talk of five to seven sixths of the mean, so that no two keep step.
 */
public final class PhoneBank implements AutoCloseable {
  private static final int A_DAY = 86_400;

  private final RtpSink audio = new RtpSink();
  private final Sipp sipp;

  /** What happens at a phone. */
  public enum What {
    RUNG,
    ANSWERED,
    /** The agent ended the talk. */
    HUNG_UP,
    /** The other side ended it. */
    LOST
  }

  /** Something that happened at a phone, by this machine's clock. */
  public record Moment(What what, String agentNo, Instant at) {
    private static Moment read(String line) {
      // WHAT AGENT and SIPp's timestamp: date, time, seconds since 1970 with six decimals.
      String[] words = line.split("\\s+", -1);
      return new Moment(
          What.valueOf(words[0].toUpperCase(Locale.ROOT)),
          words[1],
          instant(words[words.length - 1]));
    }

    private static Instant instant(String seconds) {
      long micros = new BigDecimal(seconds).movePointRight(6).longValueExact();
      return Instant.EPOCH.plusNanos(Math.multiplyExact(micros, 1_000L));
    }
  }

  private PhoneBank(SipSite site, List<PhoneLine> lines, Duration talk) {
    int port = Sipp.freePort();
    Registration.of(site, port, lines, A_DAY);
    sipp =
        Sipp.start(
            site,
            "phone-bank",
            port,
            Map.of("audio", audio.port(), "spread", Long.toString(talk.toMillis() / 3)),
            "-aa",
            "-trace_logs",
            "-log_file",
            Sipp.LOG,
            "-recv_timeout",
            Long.toString(talk.toMillis() * 5 / 6));
  }

  /**
   * Registers phones and puts them into service.
   *
   * @param talk from the answer until the agent hangs up, in the mean
   * @throws IllegalStateException when the switch refuses one
   */
  public static PhoneBank open(SipSite site, List<PhoneLine> lines, Duration talk) {
    return new PhoneBank(site, lines, talk);
  }

  /** All that happened so far, in its order. */
  public List<Moment> moments() {
    return sipp.said().stream().map(Moment::read).toList();
  }

  /** Its process, to see what it costs. */
  public long pid() {
    return sipp.pid();
  }

  /** The phones lose their power: nobody is told. */
  @Override
  public void close() {
    sipp.close();
    audio.close();
  }
}
