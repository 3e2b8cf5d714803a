package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Sound;
import io.voltline.testkit.house.House;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RealHouse.class)
class BrowserAgentIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void aCallAtTheDeskFromRingToWorkOrderAndRecording(Scene scene) {
    House house = scene.house();
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    desk.signIn(house.account("1001"));
    desk.goIdle();
    Visitor caller = scene.calls("00000000003").presses("10");

    desk.inPhase("ringing");
    assertThat(desk.part("pop-caller")).containsText("00000000003");
    assertThat(desk.part("pop-account")).containsText("9900000003");
    assertThat(desk.part("pop-customer")).not().isEmpty();
    assertThat(desk.part("pop-address")).not().isEmpty();
    assertThat(desk.part("pop-balance")).containsText("86.40");

    desk.part("answer").click();
    desk.inPhase("talking");
    caller.hearsAgent();
    await("the agent hearing the caller").atMost(SOON).until(() -> desk.hears(Visitor.TONE));

    desk.part("mute").click();
    await("silence from a muted agent")
        .atMost(SOON)
        .until(() -> caller.audio().ear().lately(10, Sound.Silence.class::isInstance));
    Assertions.assertThat(desk.hears(Visitor.TONE)).as("the caller is heard while muted").isTrue();
    desk.part("mute").click();
    caller.hearsAgent();

    desk.part("hangup").click();
    caller.presses("1");
    await("the caller being let go").until(caller::isOver);
    assertThat(desk.part("acw-banner")).isVisible();
    desk.part("wo-save").click();
    assertThat(desk.part("wo-saved-no")).hasText(Pattern.compile("\\d+"));
    String order = desk.part("wo-saved-no").innerText();
    desk.part("acw-done").click();
    assertThat(desk.part("agent-state")).hasAttribute("data-state", "IDLE");

    JsonNode call =
        caller.story(
            "its recording", it -> it.at("/recordings/0/status").asString("").equals("FINISHED"));
    Assertions.assertThat(call.path("workOrders")).map(JsonNode::asString).containsExactly(order);
    recordingPlays(desk, call);
    desk.part("sign-out").click();
    assertThat(desk.part("login-submit")).isVisible();
  }

  @Test
  void aRefreshedPageLeadsTheAgentBack(Scene scene) {
    House house = scene.house();
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    desk.signIn(house.account("1002"));
    desk.goIdle();
    Visitor caller = scene.calls("00000000005").presses("10");
    desk.inPhase("ringing");
    desk.part("answer").click();
    caller.hearsAgent();
    desk.part("wo-description").fill("typed before the refresh");
    caller.hangUp();
    assertThat(desk.part("acw-banner")).isVisible();

    desk.page().reload();

    desk.registered();
    assertThat(desk.part("acw-banner")).isVisible();
    assertThat(desk.part("pop-caller")).containsText("00000000005");
    assertThat(desk.part("wo-description")).hasValue("typed before the refresh");
    desk.part("sign-out").click();
  }

  @Test
  void aWrongPasswordIsToldAtTheDesk(Scene scene) {
    BrowserDesk desk = scene.stays(BrowserDesk.open(scene.house()), BrowserDesk::close);
    desk.part("login-agent-no").fill("1003");
    desk.part("login-password").fill("wrong");
    desk.part("login-submit").click();

    assertThat(desk.part("login-error")).isVisible();
  }

  private static void recordingPlays(BrowserDesk desk, JsonNode call) {
    String row = "[data-call-id='" + call.path("callId").asString() + "']";
    desk.part("recent-refresh").click();
    desk.page().locator(row).getByTestId("recording-play").click();
    await("the recording playing")
        .atMost(SOON)
        .until(
            () ->
                (Boolean)
                    desk.part("recording-audio")
                        .evaluate("audio => audio.currentTime > 0.5 || audio.ended"));
  }
}
