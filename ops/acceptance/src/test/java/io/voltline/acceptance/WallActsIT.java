package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.voltline.testkit.house.Account;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a supervisor does from the wall, by tones. */
@ExtendWith(RealHouse.class)
class WallActsIT {
  private static final String NUMBER = "2003";
  private static final int CHIEF = 660;

  /** Milliseconds. */
  private static final double A_RING = 20_000;

  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void aSupervisorListensWhispersAndReleasesFromTheWall(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    DeskPhone phone = phone(scene);
    BrowserDesk wall = scene.stays(BrowserDesk.open(scene.house()), BrowserDesk::close);
    wall.enter(scene.house().account(NUMBER));
    wall.part("wall-search").fill("1011");

    wall.part("agent-acts-open").click();
    wall.part("act-MONITOR").click();
    supervises(wall, "MONITOR");
    Talkers.hearsBoth("the listener", phone.audio(), Visitor.TONE, Seat.TONE);
    Talkers.doesNotHear("the caller", talk.caller().audio(), CHIEF, Seat.TONE);

    wall.part("change-WHISPER").click();
    supervises(wall, "WHISPER");
    Talkers.hearsBoth("the agent", talk.agent().phone().audio(), Visitor.TONE, CHIEF);
    Talkers.doesNotHear("the caller", talk.caller().audio(), CHIEF, Seat.TONE);

    wall.part("supervision-leave").click();
    assertThat(wall.part("supervision")).hasCount(0);
    talk.hearEachOther();

    wall.part("agent-acts-open").click();
    wall.part("act-RELEASE").click();
    wall.part("act-sure").click();
    await("the agent's phone").atMost(SOON).until(() -> talk.agent().phone().stage() == Stage.IDLE);
    assertThat(wall.page().locator("[data-agent-no='1011']")).hasAttribute("data-state", "ACW");
  }

  @Test
  void aSupervisorGivesAWaitingCallerToAnAgentFromTheWall(Scene scene) {
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    agent.desk().state("BUSY").orThrow();
    Visitor first = scene.calls("00000000094").presses("10");
    first.story("its place", it -> it.has("queuedAt"));
    Visitor second = scene.calls("00000000095").presses("10");
    String callId = second.story("its place", it -> it.has("queuedAt")).path("callId").asString();
    BrowserDesk wall = scene.stays(BrowserDesk.open(scene.house()), BrowserDesk::close);
    wall.enter(scene.house().account(NUMBER));

    wall.page().locator("[data-call-id='" + callId + "']").getByTestId("call-acts-open").click();
    wall.part("pick-agent").click();
    wall.page().getByRole(AriaRole.OPTION).getByText("1011").click();
    wall.part("act-pick").click();
    assertThat(wall.part("call-acts")).not().isVisible();
    await("the move").until(() -> EngineLog.tells(scene.house(), callId, "moved to"));

    agent.desk().state("IDLE").orThrow();
    Tones.bothHearEachOther(second.audio(), agent.phone().audio());
  }

  private static DeskPhone phone(Scene scene) {
    House house = scene.house();
    Account account = house.account(NUMBER);
    DeskPhone phone = scene.stays(house.phone(account, Manner.ANSWERS), DeskPhone::close);
    Talkers.speaks(phone.audio(), CHIEF);
    await("the phone")
        .atMost(SOON)
        .until(
            () ->
                scene.watcher().agents().stream()
                    .anyMatch(
                        it ->
                            it.path("agentNo").asString().equals(NUMBER)
                                && it.path("phoneReachable").asBoolean()));
    return phone;
  }

  private static void supervises(BrowserDesk wall, String kind) {
    assertThat(wall.part("supervision"))
        .hasAttribute(
            "data-kind", kind, new LocatorAssertions.HasAttributeOptions().setTimeout(A_RING));
  }
}
