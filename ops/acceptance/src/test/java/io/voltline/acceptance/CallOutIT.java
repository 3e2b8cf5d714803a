package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Calls that begin at a desk. */
@ExtendWith(RealHouse.class)
class CallOutIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int AGENT = Seat.TONE;
  private static final int OTHER = 660;
  private static final String NUMBER = "00000000009";

  @Test
  void aCustomerIsCalledHeldAndSentKeys(Scene scene) {
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    DeskPhone customer = customer(scene, Manner.ANSWERS);
    String callId = calls(agent, Map.of("number", NUMBER));

    Talkers.hearsOnly("the agent", agent.phone().audio(), OTHER);
    Talkers.hearsOnly("the customer", customer.audio(), AGENT);
    assertThat(agent.desk().state()).isEqualTo("TALKING");

    var api = agent.desk().api();
    api.send("POST", "/calls/" + callId + "/keys", Map.of("keys", "42#")).orThrow();
    await("the keys").atMost(SOON).until(() -> customer.audio().keysHeard().equals("42#"));

    api.send("POST", "/calls/" + callId + "/hold", Map.of()).orThrow();
    Talkers.hearsMusic("the customer", customer.audio());
    Talkers.hearsNothing("the agent", agent.phone().audio());
    assertThat(agent.desk().state()).isEqualTo("HELD");
    api.send("POST", "/calls/" + callId + "/resume", Map.of()).orThrow();
    Talkers.hearsOnly("the agent", agent.phone().audio(), OTHER);
    Talkers.hearsOnly("the customer", customer.audio(), AGENT);

    customer.hangUp();
    await("the agent's phone").atMost(SOON).until(() -> agent.phone().stage() == Stage.IDLE);
    await("after-call work").until(() -> agent.desk().state().equals("ACW"));
    JsonNode call =
        await("its recording")
            .atMost(SOON)
            .until(
                () -> scene.watcher().call(callId),
                it -> it.at("/recordings/0/status").asString("").equals("FINISHED"));
    assertThat(call.path("direction").asString()).isEqualTo("OUT");
    assertThat(call.path("madeBy").asString()).isEqualTo("1011");
    assertThat(call.path("caller").asString()).isEqualTo(NUMBER);
    assertThat(call.path("endReason").asString()).isEqualTo("TALK_ENDED");
    assertThat(call.at("/recordings/0/seconds").asDouble()).isGreaterThan(2);
    assertThat(call.path("parts"))
        .map(it -> it.path("kind").asString())
        .containsExactly("OUT", "HOLD");
  }

  @Test
  void oneDeskCallsAnother(Scene scene) {
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    Seat other = Talkers.seat(scene, "1012", OTHER);
    String callId = calls(agent, Map.of("agentNo", "1012"));

    Talkers.hearsOnly("who calls", agent.phone().audio(), OTHER);
    Talkers.hearsOnly("who is called", other.phone().audio(), AGENT);
    assertThat(other.desk().state()).isEqualTo("TALKING");
    other.desk().api().send("POST", "/calls/" + callId + "/hold", Map.of()).orThrow();
    Talkers.hearsMusic("who calls", agent.phone().audio());
    other.desk().api().send("POST", "/calls/" + callId + "/resume", Map.of()).orThrow();
    Talkers.hearsOnly("who calls", agent.phone().audio(), OTHER);

    agent.phone().hangUp();
    await("the other phone").atMost(SOON).until(() -> other.phone().stage() == Stage.IDLE);
    await("after-call work").until(() -> other.desk().state().equals("ACW"));
  }

  @Test
  void whoeverDoesNotAnswerLeavesNobodyBehind(Scene scene) {
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    customer(scene, Manner.REJECTS);
    String callId = calls(agent, Map.of("number", NUMBER));

    JsonNode call =
        await("its end")
            .atMost(SOON)
            .until(() -> scene.watcher().call(callId), it -> it.has("endedAt"));
    assertThat(call.path("endReason").asString()).isEqualTo("NOT_REACHED");
    assertThat(call.at("/parts/0/outcome").asString()).isEqualTo("REJECTED");
    assertThat(call.path("recordings")).isEmpty();
    await("the agent's phone").atMost(SOON).until(() -> agent.phone().stage() == Stage.IDLE);
    assertThat(agent.desk().api().send("POST", "/calls", Map.of("number", "+12025550100")).status())
        .as("abroad")
        .isEqualTo(403);
  }

  private static DeskPhone customer(Scene scene, Manner manner) {
    DeskPhone customer = scene.stays(scene.house().customerPhone(manner), DeskPhone::close);
    Talkers.speaks(customer.audio(), OTHER);
    return customer;
  }

  private static String calls(Seat agent, Map<String, ?> target) {
    return agent.desk().api().send("POST", "/calls", target).orThrow().path("callId").asString();
  }
}
