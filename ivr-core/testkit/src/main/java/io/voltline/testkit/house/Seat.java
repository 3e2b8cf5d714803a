package io.voltline.testkit.house;

import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.sip.DeskPhone;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An agent who sits at a desk with a SIP phone: signed in, the phone registered, talking with a
 * tone.
 */
public final class Seat implements AutoCloseable {
  /** What agents say, in hertz. */
  public static final int TONE = 440;

  /** A type that asks for nothing but what every order has. */
  private static final String INQUIRY = "inquiry.other";

  private static final Duration REACHABLE = Duration.ofSeconds(10);

  private final Desk desk;
  private final DeskPhone phone;

  private Seat(Desk desk, DeskPhone phone) {
    this.desk = desk;
    this.phone = phone;
  }

  /**
   * Sits down and is ready for calls.
   *
   * @param agentNo of an agent with a desk phone, 1011 to 1030
   * @throws IllegalStateException when the house does not let the agent become idle
   */
  public static Seat take(House house, String agentNo, DeskPhone.Manner manner) {
    Account account = house.account(agentNo);
    if (!account.phone().equals("sip")) {
      throw new IllegalStateException("agent " + agentNo + " has no desk phone; 1011 to 1030 have");
    }
    Desk desk = house.api().signIn(account);
    Seat seat = new Seat(desk, phone(house, account, manner, desk));
    // The switch tells the engine a moment later that the phone is there.
    if (!Poll.until(REACHABLE, () -> seat.desk.state("IDLE").status() == 200)) {
      String why = seat.desk.state("IDLE").body().toString();
      seat.close();
      throw new IllegalStateException("agent " + agentNo + " cannot become idle: " + why);
    }
    return seat;
  }

  private static DeskPhone phone(House house, Account account, DeskPhone.Manner manner, Desk desk) {
    try {
      DeskPhone phone = house.phone(account, manner);
      phone.audio().say(Voice.tone(TONE));
      return phone;
    } catch (IllegalStateException e) {
      desk.close();
      throw e;
    }
  }

  /** The desk's side. */
  public Desk desk() {
    return desk;
  }

  /** The phone on it. */
  public DeskPhone phone() {
    return phone;
  }

  /** Accepts an inquiry about a call, as an agent does after it, and returns the work order. */
  public JsonNode writeWorkOrder(JsonNode call) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("requestId", UUID.randomUUID().toString());
    fields.put("type", INQUIRY);
    fields.put("callId", call.path("callId").asString());
    fields.put("contactPhone", call.path("caller").asString());
    fields.put("description", "Written by the test kit");
    if (call.has("accountNo")) {
      fields.put("accountNo", call.path("accountNo").asString());
    }
    return desk.workOrder(fields);
  }

  /** Ends the talk if there is one, signs out and takes the phone out of service. */
  @Override
  public void close() {
    if (phone.stage() == DeskPhone.Stage.TALKING) {
      phone.hangUp();
    }
    try {
      desk.close();
    } finally {
      phone.close();
    }
  }
}
