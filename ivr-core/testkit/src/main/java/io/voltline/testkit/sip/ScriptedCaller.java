package io.voltline.testkit.sip;

import io.voltline.testkit.rtp.RtpParty;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** Somebody who calls: one call, placed at once, with a voice, an ear and a keypad. */
public final class ScriptedCaller implements AutoCloseable {
  /** How far the call has come. */
  public enum Stage {
    CALLING,
    TALKING,
    REFUSED,
    ENDED
  }

  private static final Duration HANGS_UP = Duration.ofSeconds(2);

  private final RtpParty audio = RtpParty.open();
  private final ControlLink control = ControlLink.open(this::signalled);
  private final Sipp sipp;
  private volatile Stage stage = Stage.CALLING;
  private volatile String callId = "";
  private volatile int refusedWith;

  private ScriptedCaller(SipSite site, String from, String number) {
    String[] link = control.option();
    sipp =
        Sipp.start(
            site,
            "caller",
            Sipp.freePort(),
            Map.of("from", from, "number", number, "audio", Integer.toString(audio.port())),
            link[0],
            link[1],
            "-m",
            "1",
            "-aa");
  }

  /**
   * Places a call.
   *
   * @param from the caller's number
   * @param number the number dialled
   */
  public static ScriptedCaller call(SipSite site, String from, String number) {
    return new ScriptedCaller(site, from, number);
  }

  /** How far the call has come. */
  public Stage stage() {
    return sipp.isAlive() || stage == Stage.REFUSED ? stage : Stage.ENDED;
  }

  /** The SIP status of a refusal. */
  public OptionalInt refusedWith() {
    return refusedWith == 0 ? OptionalInt.empty() : OptionalInt.of(refusedWith);
  }

  /** What the caller says and hears. */
  public RtpParty audio() {
    return audio;
  }

  /** Ends an answered call. */
  public void hangUp() {
    control.order(callId, "hangup");
  }

  /** What went wrong, in SIPp's words; for a test's report. */
  public String complaint() {
    return sipp.complaint();
  }

  /** Hangs up if the call still lives, and leaves. */
  @Override
  public void close() {
    if (stage() == Stage.TALKING) {
      hangUp();
      sipp.succeedsWithin(HANGS_UP);
    }
    sipp.close();
    control.close();
    audio.close();
  }

  private void signalled(ControlLink.Signal signal) {
    callId = signal.callId();
    switch (signal.name()) {
      case "answered" -> {
        audio.connect(
            new InetSocketAddress(signal.words().get(1), Integer.parseInt(signal.words().get(2))));
        stage = Stage.TALKING;
      }
      case "refused" -> {
        refusedWith = Integer.parseInt(signal.words().get(1));
        stage = Stage.REFUSED;
      }
      case "ended" -> stage = Stage.ENDED;
      default -> throw new IllegalStateException("the scenario said " + signal);
    }
  }
}
