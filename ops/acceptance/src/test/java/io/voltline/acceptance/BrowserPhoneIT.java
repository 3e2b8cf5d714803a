package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The browser phone: keys, its answering by itself, what makes it ready, and how it comes back. */
@ExtendWith(RealHouse.class)
class BrowserPhoneIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final double QUALITY_MILLIS = 15_000;
  private static final int OTHERS_TONE = 660;
  private static final LocatorAssertions.IsVisibleOptions WHEN_BACK =
      new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);

  /** Every track but the microphone's is silent: what the echo is sent, and so what it sends. */
  private static final String NO_SOUND_GETS_OUT =
      """
      const add = RTCPeerConnection.prototype.addTrack
      RTCPeerConnection.prototype.addTrack = function (track, ...streams) {
        track.enabled = false
        return add.call(this, track, ...streams)
      }
      """;

  @Test
  void answersByItselfSendsKeysAndTellsTheSound(Scene scene) {
    House house = scene.house();
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    desk.signIn(house.account("1001"));
    desk.part("auto-answer").click();
    desk.page().reload();
    desk.registered();
    desk.goIdle();
    assertThat(desk.part("media-ready")).isVisible();
    Visitor caller = scene.calls("00000000004").presses("10");

    desk.inPhase("talking");
    caller.hearsAgent();
    desk.page().locator("h1").focus();
    desk.page().keyboard().type("12#");
    desk.part("key-9").click();
    assertThat(desk.part("keys-sent")).hasText("12#9");
    await("the keys at the caller's")
        .atMost(SOON)
        .until(() -> caller.audio().keysHeard(), "12#9"::equals);
    desk.part("wo-description").fill("345");
    assertThat(desk.part("keys-sent")).hasText("12#9");
    assertThat(desk.part("call-quality"))
        .hasAttribute(
            "data-grade",
            "good",
            new LocatorAssertions.HasAttributeOptions().setTimeout(QUALITY_MILLIS));
    desk.part("mute").click();
    desk.part("hangup").click();

    JsonNode heard =
        caller.story("how it sounded", call -> !call.path("quality").isEmpty()).at("/quality/0");
    Assertions.assertThat(heard.path("agentNo").asString()).isEqualTo("1001");
    Assertions.assertThat(heard.path("mos").asDouble()).isBetween(4.0, 4.5);
    Assertions.assertThat(heard.path("seconds").asDouble()).isGreaterThan(4);
    caller.presses("1");
    await("the caller being let go").until(caller::isOver);

    desk.part("state-idle").click();
    Visitor next = scene.calls("00000000004").presses("10");
    desk.inPhase("talking");
    next.hearsAgent();
    assertThat(desk.part("mute")).hasAttribute("aria-pressed", "false");
    desk.part("auto-answer").click();
    next.hangUp();
    assertThat(desk.part("acw-banner")).isVisible();
    desk.part("sign-out").click();
  }

  @Test
  void aPageRefreshedInTheMiddleOfATalkComesBackIntoIt(Scene scene) {
    House house = scene.house();
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    desk.signIn(house.account("1002"));
    desk.goIdle();
    Visitor caller = scene.calls("00000000005").presses("10");
    desk.inPhase("ringing");
    desk.part("answer").click();
    caller.hearsAgent();

    for (int i = 0; i < 2; i++) {
      refreshed(desk, "TALKING");
      desk.inPhase("talking");
      caller.hearsAgent();
      await("the agent hearing the caller").atMost(SOON).until(() -> desk.hears(Visitor.TONE));
    }
    desk.part("mute").click();
    Talkers.hearsNothing("the caller", caller.audio());
    double heard = caller.audio().ear().secondsOf(Seat.TONE);
    refreshed(desk, "TALKING");
    assertThat(desk.part("mute")).hasAttribute("aria-pressed", "true");
    await("the muted agent hearing the caller").atMost(SOON).until(() -> desk.hears(Visitor.TONE));
    Assertions.assertThat(caller.audio().ear().secondsOf(Seat.TONE))
        .as("heard of a muted agent")
        .isEqualTo(heard);
    desk.part("mute").click();
    caller.hearsAgent();

    desk.part("hangup").click();
    caller.presses("1");
    await("the caller being let go").until(caller::isOver);
    assertThat(desk.part("acw-banner")).isVisible();
    JsonNode call =
        caller.story(
            "its recording", it -> it.at("/recordings/0/status").asString("").equals("FINISHED"));
    Assertions.assertThat(call.path("recordings")).hasSize(1);
    Assertions.assertThat(call.path("answeredBy").asString()).isEqualTo("1002");
    desk.part("sign-out").click();
  }

  @Test
  void aTalkThatWasOnHoldIsStillTheDesksAfterEachRefresh(Scene scene) {
    House house = scene.house();
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    desk.signIn(house.account("1002"));
    desk.goIdle();
    Visitor caller = scene.calls("00000000006").presses("10");
    desk.inPhase("ringing");
    desk.part("answer").click();
    caller.hearsAgent();
    String talk = "/calls/" + caller.callId();

    refreshed(desk, "TALKING");
    Assertions.assertThat(desk.posts(talk + "/hold", "{}")).isEqualTo(200);
    Talkers.hearsMusic("the caller", caller.audio());
    refreshed(desk, "HELD");
    Talkers.hearsMusic("the caller", caller.audio());
    Assertions.assertThat(desk.posts(talk + "/resume", "{}")).isEqualTo(200);
    caller.hearsAgent();
    refreshed(desk, "TALKING");
    caller.hearsAgent();
    await("the agent hearing the caller").atMost(SOON).until(() -> desk.hears(Visitor.TONE));

    Seat other = Talkers.seat(scene, "1012", OTHERS_TONE);
    String toOther = "{\"agentNo\": \"1012\"}";
    Assertions.assertThat(desk.posts(talk + "/transfer", toOther)).isEqualTo(200);
    Talkers.hearsOnly("the caller", caller.audio(), OTHERS_TONE);
    assertThat(desk.part("acw-banner")).isVisible();
    Talkers.hearsOnly("who has the talk now", other.phone().audio(), Visitor.TONE);
    caller.hangUp();
    desk.part("sign-out").click();
  }

  /** The phone is in the talk again, and the agent never left this state. */
  private static void refreshed(BrowserDesk desk, String state) {
    desk.page().reload();
    assertThat(desk.part("keypad")).isVisible(WHEN_BACK);
    assertThat(desk.part("agent-state")).hasAttribute("data-state", state);
  }

  @Test
  void theLaterPageTakesThePhoneAndTheTalk(Scene scene) {
    House house = scene.house();
    BrowserDesk first = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    first.signIn(house.account("1004"));
    first.goIdle();
    Visitor caller = scene.calls("00000000007").presses("10");
    first.inPhase("ringing");
    first.part("answer").click();
    caller.hearsAgent();

    BrowserDesk later = first.anotherPage();
    later.signIn(house.account("1004"));
    assertThat(first.part("login-notice")).isVisible();
    later.inPhase("talking");
    caller.hearsAgent();
    await("the agent hearing the caller").atMost(SOON).until(() -> later.hears(Visitor.TONE));
    caller.hangUp();
    assertThat(later.part("acw-banner")).isVisible();
    later.part("sign-out").click();
  }

  @Test
  void nobodyIsIdleWhoCouldNotBeHeard(Scene scene) {
    House house = scene.house();
    BrowserDesk bare = scene.stays(BrowserDesk.withoutHeadset(house), BrowserDesk::close);
    bare.signIn(house.account("1003"));
    assertThat(bare.part("microphone-problem")).hasAttribute("data-problem", "absent");
    bare.part("state-idle").click();
    assertThat(bare.part("agent-state")).not().hasAttribute("data-state", "IDLE");
    bare.part("sign-out").click();

    BrowserDesk deaf = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    deaf.page().addInitScript(NO_SOUND_GETS_OUT);
    deaf.page().reload();
    deaf.signIn(house.account("1003"));
    assertThat(deaf.part("media-problem")).hasAttribute("data-problem", Pattern.compile("silent"));
    deaf.part("state-idle").click();
    assertThat(deaf.part("readiness-check")).isEnabled();
    assertThat(deaf.part("agent-state")).not().hasAttribute("data-state", "IDLE");
    deaf.part("sign-out").click();
  }
}
