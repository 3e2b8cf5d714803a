package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RealHouse.class)
class OffersIT {
  private static final Duration PROMISE = Duration.ofSeconds(15);

  @Test
  void aSilentAgentCostsTheCallerSecondsNotThePromise(Scene scene) {
    Seat silent = scene.seat("1011", Manner.WAITS);
    Seat next = scene.seat("1012", Manner.ANSWERS);
    Visitor caller = scene.strangerCalls().presses("10");

    talks(next.phone());
    JsonNode call = caller.answered();
    assertThat(outcomes(call)).containsExactly("1011 NOT_ANSWERED", "1012 ANSWERED");
    assertThat(call.path("answerSeconds").asDouble()).isLessThan(12);
    await("the silent agent being busy").until(() -> silent.desk().state().equals("BUSY"));
    JsonNode decisions =
        scene
            .watcher()
            .api()
            .get("/calls/" + call.path("callId").asString() + "/routing")
            .orThrow()
            .path("decisions");
    assertThat(verdicts(decisions.get(0))).contains("1011 CHOSEN", "1012 LOWER_RANK");
    assertThat(verdicts(decisions.get(decisions.size() - 1)))
        .contains("1012 CHOSEN")
        .containsAnyOf("1011 NOT_IDLE", "1011 ALREADY_TRIED");
  }

  @Test
  void aRejectedCallGoesToTheNextAtOnce(Scene scene) {
    scene.seat("1011", Manner.REJECTS);
    Seat next = scene.seat("1012", Manner.ANSWERS);
    Visitor caller = scene.strangerCalls().presses("10");

    talks(next.phone());
    JsonNode call = caller.answered();
    assertThat(outcomes(call)).containsExactly("1011 REJECTED", "1012 ANSWERED");
    assertThat(call.path("answerSeconds").asDouble()).isLessThan(4);
  }

  @Test
  void aCallerWhoLeavesWhileItRingsStopsTheRing(Scene scene) {
    Seat agent = scene.seat("1011", Manner.WAITS);
    Visitor caller = scene.calls("00000000004").presses("10");
    await("the ring").atMost(PROMISE).until(() -> agent.phone().stage() == Stage.RINGING);

    caller.hangUp();

    await("the ring's end").until(() -> agent.phone().stage() == Stage.IDLE);
    JsonNode call = caller.story("its end", it -> it.has("endedAt"));
    assertThat(outcomes(call)).containsExactly("1011 CALLER_LEFT");
    assertThat(call.path("endReason").asString()).isEqualTo("ABANDONED_IN_QUEUE");
    await("the agent being free again").until(() -> agent.desk().state().equals("IDLE"));
  }

  @Test
  void aCallerWhoLeavesTheQueueIsNotOfferedToWhoeverComesNext(Scene scene) {
    Visitor caller = scene.calls("00000000005").presses("10");
    caller.story("its place in the queue", it -> it.has("queuedAt"));
    caller.hangUp();
    JsonNode call = caller.story("its end", it -> it.has("endedAt"));
    assertThat(call.path("endReason").asString()).isEqualTo("ABANDONED_IN_QUEUE");

    Seat agent = scene.seat("1011", Manner.ANSWERS);
    Visitor other = scene.calls("00000000006").presses("10");
    talks(agent.phone());
    assertThat(other.answered().path("answeredBy").asString()).isEqualTo("1011");
    assertThat(agent.phone().rings()).hasSize(1);
  }

  @Test
  void aCallerWaitingGetsTheFirstAgentWhoComes(Scene scene) {
    Visitor caller = scene.calls("00000000007").presses("10");
    caller.story("its place in the queue", it -> it.has("queuedAt"));

    Seat agent = scene.seat("1011", Manner.ANSWERS);

    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());
  }

  @Test
  void aPhoneWithoutPowerDoesNotCostTheCallerTheCall(Scene scene) {
    Seat dark = scene.seat("1011", Manner.ANSWERS);
    Seat next = scene.seat("1012", Manner.ANSWERS);
    dark.phone().pullThePlug();
    Visitor caller = scene.strangerCalls().presses("10");

    talks(next.phone());
    JsonNode call = caller.answered();
    assertThat(call.path("answerSeconds").asDouble()).isLessThan(12);
    Tones.bothHearEachOther(caller.audio(), next.phone().audio());
  }

  private static void talks(DeskPhone phone) {
    await("the answer").atMost(PROMISE).until(() -> phone.stage() == Stage.TALKING);
  }

  private static List<String> verdicts(JsonNode decision) {
    return StreamSupport.stream(decision.path("candidates").spliterator(), false)
        .map(it -> it.path("agentNo").asString() + " " + it.path("verdict").asString())
        .toList();
  }

  private static List<String> outcomes(JsonNode call) {
    return StreamSupport.stream(call.path("offers").spliterator(), false)
        .map(offer -> offer.path("agentNo").asString() + " " + offer.path("outcome").asString())
        .toList();
  }
}
