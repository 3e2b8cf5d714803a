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
}
