package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The engine is killed while the desk has a talk in its hands: nobody is cut off. */
@ExtendWith(RealHouse.class)
class CallControlLossIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int BOB = 660;

  @AfterEach
  void engineBack(House house) {
    house.up();
  }

  @Test
  void aTalkOnHoldStaysSoAndIsTakenBackAfterwards(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    talk.act("hold").orThrow();
    Talkers.hearsMusic("the caller", talk.caller().audio());

    scene.house().kill("engine");
    scene.house().up();

    Talkers.hearsMusic("the caller", talk.caller().audio());
    Talkers.hearsNothing("the agent", talk.agent().phone().audio());
    await("the agent's state").atMost(SOON).until(() -> talk.agent().desk().state().equals("HELD"));
    talk.act("resume").orThrow();
    talk.hearEachOther();
    await("the agent's state").until(() -> talk.agent().desk().state().equals("TALKING"));
    talk.agent().phone().hangUp();
    await("the caller being let go").atMost(SOON).until(talk.caller()::isOver);
  }

  @Test
  void whoeverIsAskedAndHangsUpLeavesTheTalkAsItWas(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Seat bob = Talkers.seat(scene, "1012", BOB);
    talk.act("consult", Map.of("agentNo", "1012")).orThrow();
    Talkers.hearsOnly("who asks", talk.agent().phone().audio(), BOB);

    scene.house().kill("engine");
    bob.phone().hangUp();

    talk.hearEachOther();
    scene.house().up();
    talk.hearEachOther();
    talk.act("hold").orThrow();
    Talkers.hearsMusic("the caller", talk.caller().audio());
  }

  @Test
  void threeTalkOnAndSoDoTwo(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Seat bob = Talkers.seat(scene, "1012", BOB);
    talk.act("consult", Map.of("agentNo", "1012")).orThrow();
    Talkers.hearsOnly("who asks", talk.agent().phone().audio(), BOB);
    talk.act("consult/conference").orThrow();
    Talkers.hearsBoth("the caller", talk.caller().audio(), Seat.TONE, BOB);

    scene.house().kill("engine");
    Talkers.hearsBoth("the caller", talk.caller().audio(), Seat.TONE, BOB);
    talk.agent().phone().hangUp();
    Talkers.hearsOnly("the caller", talk.caller().audio(), BOB);
    assertThat(bob.phone().stage()).isEqualTo(Stage.TALKING);
    bob.phone().hangUp();
    await("the caller being let go").atMost(SOON).until(talk.caller()::isOver);
  }

  @Test
  void whoWhispersDoesSoStillAndGoesOnAsBefore(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Chief chief = Chief.of(scene);
    chief.watches(talk, "WHISPER").orThrow();
    Talkers.hearsBoth("the agent", talk.agent().phone().audio(), Visitor.TONE, Chief.TONE);

    scene.house().kill("engine");
    whispersUnheard(talk);
    scene.house().up();

    knows(chief, talk, "WHISPER");
    whispersUnheard(talk);
    chief.watches(talk, "MONITOR").orThrow();
    Talkers.hearsBoth("the listener", chief.phone().audio(), Visitor.TONE, Seat.TONE);
    Talkers.doesNotHear("the agent", talk.agent().phone().audio(), Chief.TONE, Visitor.TONE);
    assertThat(chief.phone().rings()).as("without another ring").hasSize(1);
    chief.api().send("DELETE", talk.path("supervision"), Map.of()).orThrow();
    await("the phone").atMost(SOON).until(() -> chief.phone().stage() == Stage.IDLE);
    await("the word").atMost(SOON).until(() -> chief.kind(talk).isEmpty());
    talk.hearEachOther();
  }

  @Test
  void whoTakesPartDoesSoStillAndTakesTheCall(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Chief chief = Chief.of(scene);
    chief.watches(talk, "BARGE").orThrow();
    Talkers.hearsBoth("the caller", talk.caller().audio(), Seat.TONE, Chief.TONE);

    scene.house().kill("engine");
    scene.house().up();

    knows(chief, talk, "BARGE");
    Talkers.hearsBoth("the caller", talk.caller().audio(), Seat.TONE, Chief.TONE);
    chief.watches(talk, "INTERCEPT").orThrow();
    Talkers.hearsOnly("the caller", talk.caller().audio(), Chief.TONE);
    await("the agent").atMost(SOON).until(() -> talk.agent().phone().stage() == Stage.IDLE);

    scene.house().kill("engine");
    scene.house().up();

    knows(chief, talk, "INTERCEPT");
    Talkers.hearsOnly("the supervisor", chief.phone().audio(), Visitor.TONE);
    chief.api().send("DELETE", talk.path("supervision"), Map.of()).orThrow();
    await("the caller being let go").atMost(SOON).until(talk.caller()::isOver);
  }

  private static void knows(Chief chief, HeldTalk talk, String kind) {
    await("the engine's knowing").atMost(SOON).until(() -> chief.kind(talk).equals(kind));
  }

  private static void whispersUnheard(HeldTalk talk) {
    Talkers.hearsBoth("the agent", talk.agent().phone().audio(), Visitor.TONE, Chief.TONE);
    Talkers.doesNotHear("the caller", talk.caller().audio(), Chief.TONE, Seat.TONE);
  }
}
