package io.voltline.testkit.sip;

import java.util.List;
import java.util.Map;

/**
 * Callers in one process, always the same number of them: for each whose call ends another one
 * calls.
 */
public final class CallerStream implements AutoCloseable {

  private final RtpSink audio = new RtpSink();
  private final Sipp sipp;

  private CallerStream(SipSite site, String number, int size, int perSecond) {
    sipp =
        Sipp.start(
            site,
            "caller-stream",
            Sipp.freePort(),
            Map.of("number", number, "audio", audio.port()),
            "-trace_logs",
            "-log_file",
            Sipp.LOG,
            "-l",
            Integer.toString(size),
            "-r",
            Integer.toString(perSecond));
  }

  /**
   * Begins to call.
   *
   * @param number the number dialled
   * @param size most calls at once
   * @param perSecond how fast calls come while there are fewer
   */
  public static CallerStream call(SipSite site, String number, int size, int perSecond) {
    return new CallerStream(site, number, size, perSecond);
  }

  /** How many are in a call now, waiting or talking. */
  public long inside() {
    List<String> said = sipp.said();
    return said.stream().filter("in"::equals).count() - said.stream().filter("out"::equals).count();
  }

  /** Nobody calls any more; those who are in a call stay in it. */
  public void runDry() {
    sipp.finish();
  }

  /** Whether all are gone. */
  public boolean gone() {
    return !sipp.isAlive();
  }

  /** What went wrong, in SIPp's words. */
  public String complaint() {
    return sipp.complaint();
  }

  /** Its process, to see what it costs. */
  public long pid() {
    return sipp.pid();
  }

  @Override
  public void close() {
    sipp.close();
    audio.close();
  }
}
