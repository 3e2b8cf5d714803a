package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supervisor comes into talks with the phone in the wall's page: who hears whom, by tones. */
@ExtendWith(RealHouse.class)
class WallPhoneIT {
  private static final int CHIEF = 660;
  private static final int CALLER = Visitor.TONE;
  private static final int AGENT = Seat.TONE;
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final LocatorAssertions.HasAttributeOptions WITHIN =
      new LocatorAssertions.HasAttributeOptions().setTimeout(20_000);

  @Test
  void listensWhispersAndTakesPartAndIsThereAgainAfterARefresh(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Talkers.speaksSoftly(talk.caller().audio(), CALLER);
    Talkers.speaksSoftly(talk.agent().phone().audio(), AGENT);
    BrowserDesk wall = wall(scene);

    act(wall, "MONITOR");
    supervises(wall, "MONITOR", true);
    await("the listener hearing both").atMost(SOON).until(() -> wall.hearsAll(CALLER, AGENT));
    Talkers.doesNotHear("the caller", talk.caller().audio(), CHIEF, AGENT);
    Talkers.doesNotHear("the agent", talk.agent().phone().audio(), CHIEF, CALLER);

    wall.part("change-WHISPER").click();
    supervises(wall, "WHISPER", false);
    Talkers.hearsBoth("the agent", talk.agent().phone().audio(), CALLER, CHIEF);
    Talkers.doesNotHear("the caller", talk.caller().audio(), CHIEF, AGENT);

    wall.page().keyboard().press("Alt+m");
    Talkers.hearsOnly("the agent", talk.agent().phone().audio(), CALLER);
    wall.page().reload();
    supervises(wall, "WHISPER", true);
    await("the listener hearing both").atMost(SOON).until(() -> wall.hearsAll(CALLER, AGENT));
    Talkers.doesNotHear("the agent", talk.agent().phone().audio(), CHIEF, CALLER);
    wall.part("mute").click();
    Talkers.hearsBoth("the agent", talk.agent().phone().audio(), CALLER, CHIEF);

    wall.part("change-BARGE").click();
    supervises(wall, "BARGE", false);
    Talkers.hearsBoth("the caller", talk.caller().audio(), AGENT, CHIEF);
    Talkers.hearsBoth("the agent", talk.agent().phone().audio(), CALLER, CHIEF);
    await("the supervisor hearing both").atMost(SOON).until(() -> wall.hearsAll(CALLER, AGENT));

    wall.page().keyboard().press("Alt+h");
    assertThat(wall.part("supervision")).hasCount(0);
    talk.hearEachOther();
    wall.part("sign-out").click();
  }

  @Test
  void knowsItsTalkAgainAfterTheEngineWasKilled(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Talkers.speaksSoftly(talk.caller().audio(), CALLER);
    Talkers.speaksSoftly(talk.agent().phone().audio(), AGENT);
    BrowserDesk wall = wall(scene);
    act(wall, "WHISPER");
    supervises(wall, "WHISPER", false);
    wall.page().keyboard().press("Alt+m");
    supervises(wall, "WHISPER", true);
    Talkers.hearsOnly("the agent", talk.agent().phone().audio(), CALLER);

    scene.house().kill("engine");
    wall.page()
        .waitForResponse(
            answer -> answer.ok() && answer.url().endsWith("/supervision"),
            new Page.WaitForResponseOptions().setTimeout(120_000),
            scene.house()::up);
    supervises(wall, "WHISPER", true);
    Talkers.doesNotHear("the agent", talk.agent().phone().audio(), CHIEF, CALLER);
    wall.part("mute").click();
    Talkers.hearsBoth("the agent", talk.agent().phone().audio(), CALLER, CHIEF);
    Talkers.doesNotHear("the caller", talk.caller().audio(), CHIEF, AGENT);
    wall.part("change-BARGE").click();
    supervises(wall, "BARGE", false);
    Talkers.hearsBoth("the caller", talk.caller().audio(), AGENT, CHIEF);
    wall.part("supervision-leave").click();
    assertThat(wall.part("supervision")).hasCount(0);
    talk.hearEachOther();
    wall.part("sign-out").click();
  }

  @Test
  void takesACallAndASecondPageHasIt(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    BrowserDesk wall = wall(scene);
    act(wall, "INTERCEPT");
    supervises(wall, "INTERCEPT", false);
    Talkers.hearsOnly("the caller", talk.caller().audio(), CHIEF);
    await("the supervisor hearing the caller").atMost(SOON).until(() -> wall.hears(CALLER));

    BrowserDesk later = wall.anotherPage();
    later.enter(scene.house().account("2002"));
    assertThat(wall.part("login-notice")).isVisible();
    supervises(later, "INTERCEPT", false);
    Talkers.hearsOnly("the caller", talk.caller().audio(), CHIEF);

    later.part("supervision-leave").click();
    assertThat(later.part("supervision")).hasCount(0);
    talk.caller().presses("1");
    await("the end").atMost(SOON).until(talk.caller()::isOver);
    later.part("sign-out").click();
  }

  @Test
  void takesACallerWhoWaits(Scene scene) {
    scene.seat("1011", Manner.WAITS).desk().state("BUSY").orThrow();
    Visitor caller = scene.calls("00000000097").presses("10");
    caller.story("its place", it -> it.has("queuedAt"));
    BrowserDesk wall = wall(scene);
    String row = "[data-testid='waiting-call'][data-call-id='" + caller.callId() + "']";
    wall.page().locator(row).getByTestId("call-acts-open").click();
    wall.part("act-take").click();
    assertThat(wall.part("supervision")).hasAttribute("data-call", "connected", WITHIN);
    Talkers.hearsOnly("the caller", caller.audio(), CHIEF);
    await("the supervisor hearing the caller").atMost(SOON).until(() -> wall.hears(CALLER));
    assertThat(wall.page().locator(row)).hasCount(0);

    wall.page().reload();
    assertThat(wall.part("supervision")).hasAttribute("data-call", "connected", WITHIN);
    Talkers.hearsOnly("the caller", caller.audio(), CHIEF);
    wall.part("supervision-leave").click();
    assertThat(wall.part("supervision")).hasCount(0);
    caller.presses("1");
    await("the end").atMost(SOON).until(caller::isOver);
    wall.part("sign-out").click();
  }

  private static BrowserDesk wall(Scene scene) {
    BrowserDesk wall = scene.stays(BrowserDesk.speaking(scene.house(), CHIEF), BrowserDesk::close);
    wall.signIn(scene.house().account("2002"));
    return wall;
  }

  private static void act(BrowserDesk wall, String act) {
    wall.part("wall-search").fill("1011");
    wall.part("agent-acts-open").click();
    wall.part("act-" + act).click();
    if (act.equals("INTERCEPT")) {
      wall.part("act-sure").click();
    }
  }

  /** The page says so, and its phone is in the talk. */
  private static void supervises(BrowserDesk wall, String kind, boolean muted) {
    assertThat(wall.part("supervision")).hasAttribute("data-kind", kind, WITHIN);
    assertThat(wall.part("supervision")).hasAttribute("data-call", "connected", WITHIN);
    assertThat(wall.part("mute")).hasAttribute("aria-pressed", String.valueOf(muted), WITHIN);
  }
}
