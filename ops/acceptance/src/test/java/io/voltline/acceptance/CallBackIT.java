package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.house.Api;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Scenario 6 of the trade: a caller who would not wait is called back and rates the talk. */
@ExtendWith(RealHouse.class)
class CallBackIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration OFFERED = Duration.ofSeconds(60);

  /** Chinese, English: the keys that choose them. */
  private static final List<Character> LANGUAGES = List.of('1', '2');

  /** Less than the shortest question. */
  private static final double HEARD_SECONDS = 0.5;

  /** After which a caller presses a key again that was not taken. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** Everybody waits at the same time: it is the waiting that takes long. */
  @Test
  void callersWhoWouldNotWaitAreCalledBackInTurnAndRateTheTalk(Scene scene) {
    Seat agent = scene.seat("1011", Manner.WAITS);
    agent.desk().state("BUSY").orThrow();
    List<Visitor> callers = List.of(waits(scene, "4", '1'), waits(scene, "4", '2'));
    List<Visitor> later = List.of(waits(scene, "5", '1'), waits(scene, "5", '2'));
    Instant chosen = Instant.now();
    callers.forEach(caller -> choosesCallBack(scene, caller));

    for (char language : LANGUAGES) {
      String callId = standsIn(scene, number("4", language), chosen).path("callId").asString();
      isCalledBack(scene, agent, callId);
      assertThat(later).as("who came later waits on").noneMatch(Visitor::isOver);
      isKept(scene, callId, language);
      whatFollows(scene, callId);
    }
  }

  private static Visitor waits(Scene scene, String group, char language) {
    Visitor caller = scene.calls(number(group, language)).presses(language + "0");
    caller.story("its place", it -> it.has("queuedAt"));
    return caller;
  }

  private static String number(String group, char language) {
    return "000000200" + group + language;
  }

  /** The agent who comes free talks with the customer, who rates it. */
  private static void isCalledBack(Scene scene, Seat agent, String callId) {
    try (DeskPhone customer = scene.house().customerPhone(Manner.WAITS)) {
      customer.audio().say(Voice.tone(Visitor.TONE));
      agent.desk().state("IDLE").orThrow();
      await("the ring").atMost(SOON).until(() -> agent.phone().stage() == Stage.RINGING);
      agent.phone().answer();
      await("the customer's ring").atMost(SOON).until(() -> customer.stage() == Stage.RINGING);
      customer.answer();
      Tones.bothHearEachOther(customer.audio(), agent.phone().audio());

      double before = customer.audio().ear().secondsOfSpeechOrMusic();
      agent.phone().hangUp();
      await("the question")
          .atMost(SOON)
          .until(() -> customer.audio().ear().secondsOfSpeechOrMusic() - before >= HEARD_SECONDS);
      customer.audio().press('3');
      await("the customer's phone").atMost(SOON).until(() -> customer.stage() == Stage.IDLE);
      await("the end of the call-back")
          .atMost(SOON)
          .until(() -> EngineLog.tells(scene.house(), callId, "REACHED at try 1"));
    }
  }

  private static void isKept(Scene scene, String callId, char language) {
    JsonNode call =
        await("the rating and the recording")
            .atMost(SOON)
            .until(
                () -> scene.watcher().call(callId),
                it -> it.has("survey") && !it.at("/recordings/0/sha256").isMissingNode());
    assertThat(call.path("survey").asInt()).isEqualTo(3);
    assertThat(call.path("surveyBy").asString()).isEqualTo("1011");
    assertThat(call.path("surveyVia").asString()).isEqualTo("VOICE");
    assertThat(call.path("answeredBy").asString()).isEqualTo("1011");
    assertThat(call.path("language").asString()).isEqualTo(language == '1' ? "zh" : "en");
    assertThat(call.path("endReason").asString()).isEqualTo("AGENT_HUNG_UP");
    assertThat(call.at("/recordings/0/agentNo").asString()).isEqualTo("1011");
    assertThat(call.at("/recordings/0/seconds").asDouble()).isGreaterThan(2);
  }

  /** The call is to be checked, somebody is to make it good, and the next shift is to know. */
  private static void whatFollows(Scene scene, String callId) {
    Api leader = scene.watcher().api();
    JsonNode item =
        await("the handover")
            .atMost(SOON)
            .until(
                () -> of(callId, leader.get("/handover?limit=500").orThrow().path("items")),
                list -> !list.isEmpty())
            .getFirst();
    JsonNode order = leader.get("/work-orders/" + item.path("workOrderNo").asString()).orThrow();
    assertThat(order.path("type").asString()).isEqualTo("opinion.dissatisfied");
    assertThat(order.path("callId").asString()).isEqualTo(callId);
    assertThat(of(callId, leader.get("/quality-draws?limit=500").orThrow().path("draws")))
        .singleElement()
        .satisfies(draw -> assertThat(draw.path("reason").asString()).isEqualTo("DISSATISFIED"));

    leader.send("POST", "/handover/" + callId + "/confirm", Map.of()).orThrow();
    assertThat(of(callId, leader.get("/handover?limit=500").orThrow().path("items"))).isEmpty();
  }

  private static List<JsonNode> of(String callId, JsonNode list) {
    return list.valueStream().filter(it -> it.path("callId").asString().equals(callId)).toList();
  }

  @Test
  void whoCallsAgainTakesThePlaceOfTheCallBackAndLeavesItBehindByHangingUp(Scene scene) {
    String number = "00000020061";
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    agent.desk().state("BUSY").orThrow();
    Visitor first = scene.calls(number).presses("10");
    JsonNode place = first.story("its place", it -> it.has("queuedAt")).path("queuedAt");
    Visitor later = scene.calls("00000020062").presses("10");
    later.story("its place", it -> it.has("queuedAt"));
    Instant chosen = Instant.now();
    choosesCallBack(scene, first);
    String standIn = standsIn(scene, number, chosen).path("callId").asString();

    Visitor again = scene.calls(number).presses("10");
    assertThat(again.story("the place taken over", it -> it.has("queuedAt")).path("queuedAt"))
        .isEqualTo(place);
    await("the end of the line that stood in")
        .atMost(SOON)
        .until(() -> scene.watcher().call(standIn).has("endedAt"));
    Instant left = Instant.now();
    again.hangUp();
    assertThat(standsIn(scene, number, left).path("queuedAt")).as("goes on").isEqualTo(place);

    Visitor third = scene.calls(number).presses("10");
    String callId = third.story("its place", it -> it.has("queuedAt")).path("callId").asString();
    agent.desk().state("IDLE").orThrow();
    third.hearsAgent();
    assertThat(scene.watcher().call(callId).path("queuedAt")).isEqualTo(place);
    assertThat(later.isOver()).as("who came later waits on").isFalse();
    third.hangUp();
    await("the end of the call-back")
        .atMost(SOON)
        .until(() -> EngineLog.tells(scene.house(), callId, ": JOINED"));
  }

  /** The line that stands in for a customer, as the house tells of it. */
  private static JsonNode standsIn(Scene scene, String number, Instant since) {
    return await("the line that stands in")
        .atMost(SOON)
        .until(
            () -> scene.watcher().callOf(number, since),
            call -> call.filter(it -> it.has("queuedAt")).isPresent())
        .orElseThrow();
  }

  /**
   * Waits for the offer in the engine's log, which tells of it just before the switch listens for
   * keys; a key that comes in between is lost, as it is to a real caller, who presses again.
   */
  private static void choosesCallBack(Scene scene, Visitor caller) {
    JsonNode call = caller.story("its place", it -> it.has("queuedAt"));
    String callId = call.path("callId").asString();
    await("the offer of a call-back")
        .atMost(OFFERED)
        .until(() -> EngineLog.tells(scene.house(), callId, "choose-call-back"));
    await("the choice being taken")
        .atMost(OFFERED)
        .pollDelay(Duration.ZERO)
        .pollInterval(AGAIN)
        .until(
            () -> {
              if (EngineLog.tells(scene.house(), callId, "the caller chose CALL_BACK")) {
                return true;
              }
              caller.audio().press('2');
              return false;
            });
    await("the end of the first call").atMost(SOON).until(caller::isOver);
  }
}
