package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Scenario 6 of the trade: a caller who would not wait is called back and rates the talk. */
@ExtendWith(RealHouse.class)
class CallBackIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration OFFERED = Duration.ofSeconds(60);

  @Test
  void aCallerWhoWouldNotWaitKeepsThePlaceAndIsCalledBack(Scene scene) {
    Seat agent = scene.seat("1011", Manner.WAITS);
    agent.desk().state("BUSY").orThrow();
    Visitor caller = scene.calls("00000000094").presses("10");
    caller.story("its place", it -> it.has("queuedAt"));
    Visitor later = scene.calls("00000000095").presses("10");
    later.story("its place", it -> it.has("queuedAt"));

    choosesCallBack(scene, caller);
    DeskPhone customer = scene.stays(scene.house().customerPhone(Manner.WAITS), DeskPhone::close);
    customer.audio().say(Voice.tone(Visitor.TONE));
    await("the line that stands in")
        .atMost(SOON)
        .until(() -> EngineLog.of(scene.house()).lines().anyMatch(l -> l.contains("stands in")));

    agent.desk().state("IDLE").orThrow();
    await("the ring").atMost(SOON).until(() -> agent.phone().stage() == Stage.RINGING);
    agent.phone().answer();
    await("the customer's ring").atMost(SOON).until(() -> customer.stage() == Stage.RINGING);
    customer.answer();
    Tones.bothHearEachOther(customer.audio(), agent.phone().audio());
    assertThat(later.isOver()).as("who came later waits on").isFalse();
    agent.phone().hangUp();
    await("the customer's phone").atMost(SOON).until(() -> customer.stage() == Stage.IDLE);
    await("the end of the call-back")
        .atMost(SOON)
        .until(
            () ->
                EngineLog.of(scene.house()).lines().anyMatch(l -> l.contains("REACHED at try 1")));
  }

  /** Waits for the offer in the engine's log, for the caller presses in its prompt. */
  private static void choosesCallBack(Scene scene, Visitor caller) {
    JsonNode call = caller.story("its place", it -> it.has("queuedAt"));
    String callId = call.path("callId").asString();
    await("the offer of a call-back")
        .atMost(OFFERED)
        .until(() -> EngineLog.tells(scene.house(), callId, "choose-call-back"));
    caller.audio().press('2');
    await("the end of the first call").atMost(SOON).until(caller::isOver);
  }
}
