package io.voltline.testkit.cli;

import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.house.Account;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.House;
import io.voltline.testkit.sip.DeskPhone;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A desk-phone agent of the script: signs in, becomes idle, answers with a tone, writes a work
 * order.
 */
final class AgentAtDesk implements AutoCloseable {
  /** What the agent says, in hertz. */
  static final int TONE = 440;

  private static final Duration REACHABLE = Duration.ofSeconds(10);

  private final DeskPhone phone;
  private final Desk desk;

  private AgentAtDesk(DeskPhone phone, Desk desk) {
    this.phone = phone;
    this.desk = desk;
  }

  /**
   * Sits down and is ready for calls.
   *
   * @throws CallFailed when the house does not let the agent become idle
   */
  static AgentAtDesk sitDown(House house, String agentNo) {
    Account account = house.account(agentNo);
    if (!account.phone().equals("sip")) {
      throw new CallFailed("agent " + agentNo + " has no desk phone; 1011 to 1030 have");
    }
    DeskPhone phone = house.phone(account, DeskPhone.Manner.ANSWERS);
    phone.audio().say(Voice.tone(TONE));
    AgentAtDesk agent = new AgentAtDesk(phone, house.api().signIn(account));
    if (!Poll.until(REACHABLE, () -> agent.desk.state("IDLE").status() == 200)) {
      String why = agent.desk.state("IDLE").body().toString();
      agent.close();
      throw new CallFailed("agent " + agentNo + " cannot become idle: " + why);
    }
    return agent;
  }

  DeskPhone phone() {
    return phone;
  }

  /** Accepts an inquiry about the call, as an agent does after it. */
  JsonNode writeWorkOrder(CallStory call) {
    JsonNode type = desk.api().get("/work-order-types").orThrow().path("types").path(0);
    Map<String, Object> fields = new HashMap<>();
    fields.put("requestId", UUID.randomUUID().toString());
    fields.put(
        "type", type.path("children").path(0).path("id").asString(type.path("id").asString()));
    fields.put("callId", call.callId());
    fields.put("contactPhone", call.text("caller"));
    fields.put("description", "ops/call");
    if (call.has("accountNo")) {
      fields.put("accountNo", call.text("accountNo"));
    }
    return desk.workOrder(fields);
  }

  @Override
  public void close() {
    desk.close();
    phone.close();
  }
}
