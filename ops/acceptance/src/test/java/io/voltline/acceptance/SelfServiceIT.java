package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The trade's scenarios that callers go through by themselves, in both languages. */
@ExtendWith(RealHouse.class)
class SelfServiceIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration SPOKEN = Duration.ofSeconds(60);

  /** Scenario 1: an outage of one household, account typed, neither outage nor arrears known. */
  @ParameterizedTest
  @ValueSource(chars = {'1', '2'})
  void aHouseholdWithoutPowerReachesAnAgentWhoKnowsWhoCalls(char language, Scene scene) {
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    Visitor caller =
        scene
            .calls("0000002000" + language)
            .presses(language + "11")
            .types("99#")
            .types("9900000001#");

    caller.hearsAgent();
    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());
    JsonNode call = caller.answered();
    assertThat(call.path("queue").asString()).isEqualTo("fault");
    assertThat(call.path("accountNo").asString()).isEqualTo("9900000001");
    assertThat(call.path("language").asString("")).isEqualToIgnoringCase(language(language));
    assertThat(call.path("flowPath"))
        .map(node -> node.path("node").asString())
        .contains("fault/scope", "fault/notices", "fault/arrears", "fault/agent");
  }

  /** Scenario 2: a known outage is told before the menu, sent by SMS, and nobody is needed. */
  @ParameterizedTest
  @ValueSource(chars = {'1', '2'})
  void aKnownOutageIsToldAndNobodyIsNeeded(char language, Scene scene) {
    Visitor caller = scene.calls("00000000002").presses(language + "2");
    JsonNode call =
        caller.story(
            "being linked to the outage's work order",
            SPOKEN,
            it -> EngineLog.tells(scene.house(), it.path("callId").asString(), "sms: sent"));
    String callId = call.path("callId").asString();
    assertThat(
            EngineLog.tells(scene.house(), callId, "link-outage: linked")
                || EngineLog.tells(scene.house(), callId, "link-outage: already"))
        .isTrue();
    caller.hangUp();
    JsonNode ended = caller.story("its end", it -> it.has("endedAt"));
    assertThat(ended.path("offers")).isEmpty();
    assertThat(ended.has("queuedAt")).isFalse();
    assertThat(EngineLog.tells(scene.house(), callId, "is not there")).isFalse();
  }

  /** Scenario 3: danger goes to a person, before everybody. */
  @Test
  void dangerGoesToAPersonFirst(Scene scene) {
    Seat agent = scene.seat("1011", Manner.WAITS);
    agent.desk().state("BUSY").orThrow();
    Visitor before = scene.calls("00000020011").presses("10");
    before.story("its place", it -> it.has("queuedAt"));
    Visitor danger = scene.calls("00000020012").presses("113");
    danger.story("its place", it -> it.has("queuedAt"));

    agent.phone().manner(Manner.ANSWERS);
    agent.desk().state("IDLE").orThrow();
    danger.hearsAgent();
    assertThat(danger.answered().path("queue").asString()).isEqualTo("danger");
    assertThat(before.isOver()).as("the other waits on").isFalse();
  }

  /** Scenario 4: a customer cut off hears the balance and goes on to an agent. */
  @ParameterizedTest
  @ValueSource(chars = {'1', '2'})
  void aCustomerHearsTheBalanceAndReachesAnAgent(char language, Scene scene) {
    Visitor caller = scene.calls("00000000003").presses(language + "31");
    JsonNode told =
        caller.story(
            "the balance being told",
            SPOKEN,
            it -> EngineLog.tells(scene.house(), it.path("callId").asString(), "balance: cut-off"));
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    caller.presses("0");

    caller.hearsAgent();
    JsonNode call = caller.answered();
    assertThat(call.path("callId")).isEqualTo(told.path("callId"));
    assertThat(call.path("accountNo").asString()).isEqualTo("9900000003");
    assertThat(call.path("queue").asString()).isEqualTo("bill");
    agent.phone().hangUp();
    caller.presses("3");
    await("the end").atMost(SOON).until(caller::isOver);
    JsonNode rated = caller.story("the rating", it -> it.has("survey"));
    assertThat(rated.path("survey").asInt()).isEqualTo(3);
  }

  private static String language(char key) {
    return key == '1' ? "zh" : "en";
  }
}
