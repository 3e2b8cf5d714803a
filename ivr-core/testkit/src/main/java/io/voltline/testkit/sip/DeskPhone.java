package io.voltline.testkit.sip;

import io.voltline.testkit.rtp.RtpParty;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A SIP phone, an agent's that is registered or a customer's at the far end of the trunk: rung by
 * calls one at a time, and answered, rejected or left ringing as its {@link Manner} says.
 */
public final class DeskPhone implements AutoCloseable {
  /** What is done when it rings. */
  public enum Manner {
    ANSWERS,
    REJECTS,
    /** Rings until told, or until the caller or the switch gives up. */
    WAITS
  }

  /** What the phone is doing. */
  public enum Stage {
    IDLE,
    RINGING,
    TALKING
  }

  private final SipSite site;
  private final List<PhoneLine> registered;
  private final int port;
  private final RtpParty audio = RtpParty.open();
  private final ControlLink control = ControlLink.open(this::signalled);
  private final List<Instant> rings = new ArrayList<>();
  private final Sipp sipp;
  private volatile Manner manner;
  private volatile Stage stage = Stage.IDLE;
  private volatile String callId = "";
  private InetSocketAddress farEnd = InetSocketAddress.createUnresolved("nobody", 0);

  private DeskPhone(SipSite site, List<PhoneLine> registered, int port, Manner manner) {
    this.site = site;
    this.registered = registered;
    this.port = port;
    this.manner = manner;
    // The same port registers and is called: a switch that looks behind address translation calls
    // back where the registration came from.
    register(3_600);
    String[] link = control.option();
    sipp =
        Sipp.start(
            site,
            "desk-phone",
            port,
            Map.of("audio", Integer.toString(audio.port())),
            link[0],
            link[1],
            "-aa");
  }

  /**
   * Registers a phone.
   *
   * @throws IllegalStateException when the switch refuses
   */
  public static DeskPhone register(SipSite site, String agentNo, String password, Manner manner) {
    return new DeskPhone(site, List.of(new PhoneLine(agentNo, password)), Sipp.freePort(), manner);
  }

  /** A phone at this port, whatever number is called there. */
  public static DeskPhone at(SipSite site, int port, Manner manner) {
    return new DeskPhone(site, List.of(), port, manner);
  }

  /** From the next ring on. */
  public void manner(Manner manner) {
    this.manner = manner;
  }

  /** What the phone is doing. */
  public Stage stage() {
    return stage;
  }

  /** When it began to ring, each time, oldest first. */
  public synchronized List<Instant> rings() {
    return List.copyOf(rings);
  }

  /** What the agent says and hears. */
  public RtpParty audio() {
    return audio;
  }

  /** Answers the call that is ringing. */
  public void answer() {
    control.order(callId, "answer");
  }

  /** Turns the call that is ringing away. */
  public void reject() {
    control.order(callId, "reject");
  }

  /** Ends the talk. */
  public void hangUp() {
    control.order(callId, "hangup");
  }

  /** The phone loses its power: nobody is told. */
  public void pullThePlug() {
    stage = Stage.IDLE;
    sipp.close();
    control.close();
    audio.close();
  }

  /** Takes the phone out of service and tells the switch so. */
  @Override
  public void close() {
    pullThePlug();
    register(0);
  }

  private void register(int seconds) {
    if (!registered.isEmpty()) {
      Registration.of(site, port, registered, seconds);
    }
  }

  private synchronized void signalled(ControlLink.Signal signal) {
    switch (signal.name()) {
      case "ringing" -> {
        callId = signal.callId();
        farEnd =
            new InetSocketAddress(signal.words().get(1), Integer.parseInt(signal.words().get(2)));
        rings.add(Instant.now());
        stage = Stage.RINGING;
        if (manner != Manner.WAITS) {
          control.order(callId, manner == Manner.ANSWERS ? "answer" : "reject");
        }
      }
      case "answered" -> {
        audio.connect(farEnd);
        stage = Stage.TALKING;
      }
      case "ended" -> {
        audio.disconnect();
        stage = Stage.IDLE;
      }
      default -> throw new IllegalStateException("the scenario said " + signal);
    }
  }
}
