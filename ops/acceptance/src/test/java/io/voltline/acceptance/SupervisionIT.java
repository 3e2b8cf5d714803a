package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Answer;
import io.voltline.testkit.house.Events;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Supervisors on other people's calls: who hears whom, by tones, and what is kept of it. */
@ExtendWith(RealHouse.class)
class SupervisionIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int CALLER = Visitor.TONE;
  private static final int AGENT = Seat.TONE;
  private static final int CHIEF = Chief.TONE;

  @Test
  void listensWhispersTakesPartAndLeaves(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Chief chief = Chief.of(scene);

    chief.watches(talk, "MONITOR").orThrow();
    Talkers.hearsBoth("the listener", chief.phone().audio(), CALLER, AGENT);
    Talkers.doesNotHear("the caller", talk.caller().audio(), CHIEF, AGENT);
    Talkers.doesNotHear("the agent", talk.agent().phone().audio(), CHIEF, CALLER);

    chief.watches(talk, "WHISPER").orThrow();
    Talkers.hearsBoth("the agent", talk.agent().phone().audio(), CALLER, CHIEF);
    Talkers.doesNotHear("the caller", talk.caller().audio(), CHIEF, AGENT);
    assertThat(chief.phone().rings()).as("without another ring").hasSize(1);

    chief.watches(talk, "BARGE").orThrow();
    Talkers.hearsBoth("the caller", talk.caller().audio(), AGENT, CHIEF);
    Talkers.hearsBoth("the agent", talk.agent().phone().audio(), CALLER, CHIEF);
    Talkers.hearsBoth("the supervisor", chief.phone().audio(), CALLER, AGENT);

    chief.api().send("DELETE", talk.path("supervision"), Map.of()).orThrow();
    talk.hearEachOther();
    await("the phone").atMost(SOON).until(() -> chief.phone().stage() == Stage.IDLE);
    assertThat(chief.acts(talk.callId()))
        .containsExactly("LEAVE ", "BARGE 1011", "WHISPER 1011", "MONITOR 1011");
  }

  @Test
  void takesTheCallAndKeepsTheCaller(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Chief chief = Chief.of(scene);

    chief.watches(talk, "INTERCEPT").orThrow();
    Talkers.hearsOnly("the caller", talk.caller().audio(), CHIEF);
    Talkers.hearsOnly("the supervisor", chief.phone().audio(), CALLER);
    await("the agent").until(() -> talk.agent().desk().state().equals("ACW"));
    assertThat(talk.agent().phone().stage()).isEqualTo(Stage.IDLE);

    chief.phone().hangUp();
    talk.caller().presses("1");
    await("the end").atMost(SOON).until(talk.caller()::isOver);
  }

  @Test
  void comesWhenAnAgentAsksForHelp(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Chief chief = Chief.of(scene);
    Instant asked = Instant.now();
    try (Events events = chief.api().events()) {
      await("the desk's ear")
          .atMost(SOON)
          .until(
              () -> {
                talk.act("help").orThrow();
                return events.first("help.asked", asked).isPresent();
              });
    }
    chief.watches(talk, "BARGE").orThrow();
    Talkers.hearsBoth("the caller", talk.caller().audio(), AGENT, CHIEF);
  }

  @Test
  void releasesATalkAndGivesStates(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Chief chief = Chief.of(scene);
    assertThat(chief.api().send("DELETE", "/agents/1011/session", Map.of()).status())
        .as("in the middle of a talk")
        .isEqualTo(409);

    chief.api().send("POST", talk.path("release"), Map.of("agentNo", "1011")).orThrow();
    await("the agent's phone").atMost(SOON).until(() -> talk.agent().phone().stage() == Stage.IDLE);
    talk.caller().presses("1");
    await("the end").atMost(SOON).until(talk.caller()::isOver);

    chief
        .api()
        .send(
            "PUT",
            "/agents/1011/state",
            Map.of("state", "BUSY", "reason", "MEETING", "minutes", 15))
        .orThrow();
    assertThat(talk.agent().desk().state()).isEqualTo("BUSY");
    chief.api().send("PUT", "/agents/1011/state", Map.of("state", "IDLE")).orThrow();
    assertThat(talk.agent().desk().state()).isEqualTo("IDLE");
    assertThat(chief.acts(talk.callId())).containsExactly("RELEASE 1011");
    assertThat(chief.api().send("PUT", "/agents/1012/state", Map.of("state", "BUSY")).status())
        .as("who is not signed in")
        .isEqualTo(409);
    JsonNode acts = chief.api().get("/audit?limit=2").orThrow().path("acts");
    assertThat(acts.at("/0/act").asString()).isEqualTo("STATE_IDLE");
    assertThat(acts.at("/1/act").asString()).isEqualTo("STATE_BUSY");
    assertThat(acts.at("/1/whom").asString()).isEqualTo("1011");
    assertThat(acts.at("/1/reason").asString()).isEqualTo("MEETING");
    assertThat(acts.at("/1/minutes").asInt()).isEqualTo(15);
  }

  @Test
  void saysWhereCallersWait(Scene scene) {
    Seat agent = busyAgent(scene);
    Visitor first = scene.calls("00000000094").presses("10");
    first.story("its place", it -> it.has("queuedAt"));
    Visitor second = scene.calls("00000000095").presses("10");
    String callId = second.story("its place", it -> it.has("queuedAt")).path("callId").asString();
    Chief chief = Chief.of(scene);

    Answer nowhere =
        chief.api().send("POST", "/calls/" + callId + "/move", Map.of("queue", "nowhere"));
    assertThat(nowhere.status()).isEqualTo(422);
    chief.api().send("POST", "/calls/" + callId + "/pick", Map.of("agentNo", "1011")).orThrow();
    await("the move").until(() -> EngineLog.tells(scene.house(), callId, "moved to"));
    agent.desk().state("IDLE").orThrow();
    Tones.bothHearEachOther(second.audio(), agent.phone().audio());
    assertThat(first.isOver()).isFalse();
    assertThat(
            chief
                .api()
                .send("POST", "/calls/" + callId + "/move", Map.of("queue", "general"))
                .status())
        .as("nobody waits any more")
        .isEqualTo(404);
  }

  @Test
  void takesAWaitingCallerOnTheOwnPhone(Scene scene) {
    busyAgent(scene);
    Visitor caller = waits(scene);
    Chief chief = Chief.of(scene);
    String callId = caller.callId();
    chief.picksUp(callId).orThrow();
    Talkers.hearsOnly("the caller", caller.audio(), CHIEF);
    Talkers.hearsOnly("the supervisor", chief.phone().audio(), CALLER);
    assertThat(chief.picksUp(callId).status()).as("who is in a call already").isEqualTo(409);

    chief.phone().hangUp();
    caller.presses("1");
    await("the end").atMost(SOON).until(caller::isOver);
    JsonNode call =
        caller.story(
            "its recording", it -> it.at("/recordings/0/status").asString("").equals("FINISHED"));
    assertThat(call.path("answeredBy").asString()).isEqualTo(Chief.NUMBER);
    assertThat(chief.acts(callId)).containsExactly("PICK_UP ");
  }

  @Test
  void aCallerWhomTheOwnPhoneDoesNotAnswerIsServedInTurn(Scene scene) {
    Seat agent = busyAgent(scene);
    Visitor caller = waits(scene);
    Chief chief = Chief.of(scene, Manner.WAITS);
    chief.picksUp(caller.callId()).orThrow();
    await("the ring").atMost(SOON).until(() -> chief.phone().stage() == Stage.RINGING);
    agent.desk().state("IDLE").orThrow();
    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());
    assertThat(chief.phone().rings()).hasSize(1);
  }

  private static Seat busyAgent(Scene scene) {
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    agent.desk().state("BUSY").orThrow();
    return agent;
  }

  /** A caller in line for whom there is nobody. */
  private static Visitor waits(Scene scene) {
    Visitor caller = scene.calls("00000000096").presses("10");
    caller.story("its place", it -> it.has("queuedAt"));
    return caller;
  }

  @Test
  void agentsMayNot(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Seat other = scene.seat("1012", Manner.ANSWERS);
    var api = other.desk().api();
    assertThat(
            List.of(
                api.send(
                        "PUT",
                        talk.path("supervision"),
                        Map.of("agentNo", "1011", "kind", "MONITOR"))
                    .status(),
                api.send("POST", talk.path("release"), Map.of("agentNo", "1011")).status(),
                api.send("PUT", "/agents/1011/state", Map.of("state", "BUSY")).status(),
                api.send("DELETE", "/agents/1011/session", Map.of()).status(),
                api.get("/audit").status(),
                api.send("POST", talk.path("hold"), Map.of()).status()))
        .containsOnly(403);
    talk.hearEachOther();
  }
}
