package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Answer;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The desk's hands on a talk: who hears whom in every state, by tones. */
@ExtendWith(RealHouse.class)
class CallControlIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int CALLER = Visitor.TONE;
  private static final int ALICE = Seat.TONE;
  private static final int BOB = 660;
  private static final int CUSTOMER = 1_300;

  @Test
  void onHoldTheCallerHearsMusicAndTheAgentNothing(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");

    talk.act("hold").orThrow();
    Talkers.hearsMusic("the caller", talk.caller().audio());
    Talkers.hearsNothing("the agent", talk.agent().phone().audio());
    assertThat(talk.agent().desk().state()).isEqualTo("HELD");
    assertThat(talk.act("hold").status()).as("on hold already").isEqualTo(409);

    talk.act("resume").orThrow();
    talk.hearEachOther();
    await("the agent talking").until(() -> talk.agent().desk().state().equals("TALKING"));
    assertThat(talk.act("resume").status()).as("not on hold").isEqualTo(409);

    talk.agent().phone().hangUp();
    await("after-call work").until(() -> talk.agent().desk().state().equals("ACW"));
    talk.caller().presses("1");
    JsonNode call =
        talk.caller()
            .story(
                "its end and its recording",
                it ->
                    it.has("endedAt")
                        && it.at("/recordings/0/status").asString("").equals("FINISHED"));
    assertThat(call.at("/parts/0/kind").asString()).isEqualTo("HOLD");
    assertThat(call.path("holdSeconds").asDouble()).isGreaterThan(1);
    assertThat(call.path("recordings")).hasSize(1);
    assertThat(call.at("/recordings/0/seconds").asDouble())
        .as("the recording goes on over the hold")
        .isGreaterThan(call.path("holdSeconds").asDouble() + 1);
    assertThat(call.path("endReason").asString()).isEqualTo("AGENT_HUNG_UP");
  }

  @Test
  void aCallerWhoHangsUpOnHoldFreesTheAgent(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    talk.act("hold").orThrow();
    Talkers.hearsMusic("the caller", talk.caller().audio());

    talk.caller().hangUp();

    await("the agent's phone").atMost(SOON).until(() -> talk.agent().phone().stage() == Stage.IDLE);
    await("after-call work").until(() -> talk.agent().desk().state().equals("ACW"));
    JsonNode call = talk.caller().story("its end", it -> it.has("endedAt"));
    assertThat(call.path("endReason").asString()).isEqualTo("CALLER_HUNG_UP");
  }

  @Test
  void whoeverIsAskedTakesTheTalkOver(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Seat bob = Talkers.seat(scene, "1012", BOB);

    talk.act("consult", Map.of("agentNo", "1012", "notes", "asks about a bill")).orThrow();
    Talkers.hearsOnly("who asks", talk.agent().phone().audio(), BOB);
    Talkers.hearsOnly("who is asked", bob.phone().audio(), ALICE);
    Talkers.hearsMusic("the caller", talk.caller().audio());
    JsonNode pop = bob.desk().api().get("/sessions/current").orThrow().path("currentCall");
    assertThat(pop.path("callId").asString("")).isEqualTo(talk.callId());
    assertThat(pop.at("/passedOn/agentNo").asString("")).isEqualTo("1011");
    assertThat(pop.at("/passedOn/notes").asString("")).isEqualTo("asks about a bill");
    assertThat(pop.path("flowPath")).isNotEmpty();

    talk.act("consult/complete").orThrow();
    Talkers.hearsOnly("the caller", talk.caller().audio(), BOB);
    Talkers.hearsOnly("who took over", bob.phone().audio(), CALLER);
    await("the first agent").until(() -> talk.agent().desk().state().equals("ACW"));
    assertThat(bob.desk().state()).isEqualTo("TALKING");

    bob.phone().hangUp();
    await("the second agent").until(() -> bob.desk().state().equals("ACW"));
    talk.caller().presses("1");
    JsonNode call = talk.caller().story("its end", it -> it.has("endedAt"));
    assertThat(call.path("parts"))
        .map(it -> it.path("kind").asString() + " " + it.at("/to/agentNo").asString(""))
        .containsExactly("CONSULT 1012", "TRANSFER 1012");
  }

  @Test
  void whoeverIsNotReachedLeavesTheTalkAsItWas(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Seat bob = scene.seat("1012", Manner.REJECTS);

    talk.act("consult", Map.of("agentNo", "1012")).orThrow();
    await("the ring").atMost(SOON).until(() -> !bob.phone().rings().isEmpty());
    talk.hearEachOther();
    await("the agent talking").until(() -> talk.agent().desk().state().equals("TALKING"));
    await("who rejected").until(() -> bob.desk().state().equals("IDLE"));

    bob.phone().manner(Manner.WAITS);
    talk.act("transfer", Map.of("agentNo", "1012")).orThrow();
    await("the ring").atMost(SOON).until(() -> bob.phone().stage() == Stage.RINGING);
    Talkers.hearsMusic("the caller", talk.caller().audio());
    talk.act("consult/cancel").orThrow();
    talk.hearEachOther();
    await("its end").atMost(SOON).until(() -> bob.phone().stage() == Stage.IDLE);

    bob.desk().state("BUSY").orThrow();
    Answer refused = talk.act("consult", Map.of("agentNo", "1012"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("type").asString()).isEqualTo("urn:voltline:not-idle");
    talk.hearEachOther();
  }

  @Test
  void threeHearEachOtherAndWhoRemainsTalksOn(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Seat bob = Talkers.seat(scene, "1012", BOB);
    talk.act("consult", Map.of("agentNo", "1012")).orThrow();
    Talkers.hearsOnly("who is asked", bob.phone().audio(), ALICE);

    talk.act("consult/conference").orThrow();
    Talkers.hearsBoth("the caller", talk.caller().audio(), ALICE, BOB);
    Talkers.hearsBoth("who asked", talk.agent().phone().audio(), CALLER, BOB);
    Talkers.hearsBoth("who was asked", bob.phone().audio(), CALLER, ALICE);

    talk.agent().phone().hangUp();
    Talkers.hearsOnly("the caller", talk.caller().audio(), BOB);
    Talkers.hearsOnly("who remains", bob.phone().audio(), CALLER);
    talk.caller().hangUp();
    await("the last phone").atMost(SOON).until(() -> bob.phone().stage() == Stage.IDLE);
  }

  @Test
  void aTalkIsPassedOnToAnAgentAndToANumberOutside(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Seat bob = Talkers.seat(scene, "1012", BOB);
    DeskPhone outside = scene.stays(scene.house().customerPhone(Manner.ANSWERS), DeskPhone::close);
    Talkers.speaks(outside.audio(), CUSTOMER);

    talk.act("transfer", Map.of("agentNo", "1012")).orThrow();
    Talkers.hearsOnly("the caller", talk.caller().audio(), BOB);
    Talkers.hearsOnly("who has it now", bob.phone().audio(), CALLER);
    await("the first agent").until(() -> talk.agent().desk().state().equals("ACW"));
    assertThat(talk.act("hold").status()).as("not in the talk any more").isEqualTo(403);

    bob.desk()
        .api()
        .send("POST", "/calls/" + talk.callId() + "/transfer", Map.of("number", "00000000009"))
        .orThrow();
    Talkers.hearsOnly("the caller", talk.caller().audio(), CUSTOMER);
    Talkers.hearsOnly("outside", outside.audio(), CALLER);
    await("the second agent").until(() -> bob.desk().state().equals("ACW"));
    outside.hangUp();
    talk.caller().presses("1");
    await("the end").atMost(SOON).until(talk.caller()::isOver);
  }

  @Test
  void toAQueueTheCallerGoesBeforeOthers(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    talk.agent().desk().state("BUSY").orThrow();
    Visitor other = scene.calls("00000000095").presses("10");
    other.story("its place", it -> it.has("queuedAt"));

    talk.act("transfer", Map.of("queue", "general")).orThrow();
    Talkers.hearsMusic("the caller", talk.caller().audio());
    await("the first agent").until(() -> talk.agent().desk().state().equals("BUSY"));
    Seat bob = Talkers.seat(scene, "1012", BOB);

    Talkers.hearsOnly("who has it now", bob.phone().audio(), CALLER);
    Talkers.hearsOnly("the caller", talk.caller().audio(), BOB);
    assertThat(other.isOver()).isFalse();
    JsonNode call = talk.caller().story("both", it -> it.path("recordings").size() == 2);
    assertThat(call.path("offers")).hasSize(2);
    assertThat(call.path("answeredBy").asString()).isEqualTo("1012");
  }
}
