package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltline.testkit.house.Account;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to a page in the middle of its work: nothing typed is lost and no caller either. */
@ExtendWith(RealHouse.class)
class BrowserTroubleIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration GONE = Duration.ofSeconds(20);
  private static final double BACK_MILLIS = 40_000;
  private static final String TYPED = "typed before it happened";

  /** The computer's clock goes an hour ahead of everybody else's. */
  private static final String AN_HOUR_AHEAD =
      """
      const Real = Date
      globalThis.Date = class extends Real {
        constructor(...of) {
          if (of.length === 0) super(Real.now() + 3_600_000)
          else super(...of)
        }
        static now() {
          return Real.now() + 3_600_000
        }
      }
      """;

  /**
   * Chromium's microphone of a test can't be pulled out. This ends its tracks as that would, and
   * lets none be opened until it is plugged in again.
   */
  private static final String HEADSET =
      """
      const devices = navigator.mediaDevices
      const open = devices.getUserMedia.bind(devices)
      const live = new Set()
      let plugged = true
      devices.getUserMedia = async (wish) => {
        if (!plugged) throw new DOMException('no microphone', 'NotFoundError')
        const stream = await open(wish)
        stream.getTracks().forEach((track) => live.add(track))
        return stream
      }
      globalThis.headset = (now) => {
        plugged = now
        for (const track of now ? [] : live) {
          track.stop()
          track.dispatchEvent(new Event('ended'))
        }
        devices.dispatchEvent(new Event('devicechange'))
      }
      """;

  private static final String SIGN_OUT =
      """
      async () => {
        const headers = { Authorization: 'Bearer ' + sessionStorage.getItem('voltline.token') }
        return (await fetch('/api/v1/sessions/current', { method: 'DELETE', headers })).status
      }
      """;

  @Test
  void aTalkOutlivesTwentySecondsWithoutANetwork(Scene scene) {
    House house = scene.house();
    PulledLine line = scene.stays(PulledLine.to(house), PulledLine::close);
    BrowserDesk desk = scene.stays(BrowserDesk.over(house, line), BrowserDesk::close);
    LostSound sound = LostSound.of(desk);
    Visitor caller = talks(scene, desk, house.account("1002"), "00000000031");
    desk.part("wo-description").fill(TYPED);

    Instant gone = Instant.now();
    line.pull();
    sound.lose();
    assertThat(desk.part("connection-lost")).isVisible();
    double heard = caller.audio().ear().secondsOf(Seat.TONE);
    await("all that time")
        .atMost(GONE.plus(SOON))
        .until(() -> !Instant.now().isBefore(gone.plus(GONE)));
    Assertions.assertThat(caller.audio().ear().secondsOf(Seat.TONE))
        .as("heard of the agent meanwhile, but for what was under way")
        .isLessThan(heard + 1);
    line.plugIn();
    sound.restore();

    assertThat(desk.part("connection-lost")).not().isVisible(back());
    assertThat(desk.part("page-outdated")).not().isVisible();
    desk.registered();
    assertThat(desk.part("agent-state")).hasAttribute("data-state", "TALKING");
    assertThat(desk.part("wo-description")).hasValue(TYPED);
    caller.hearsAgent();
    await("the agent hearing the caller").atMost(SOON).until(() -> desk.hears(Visitor.TONE));
    assertThat(desk.part("call-returning")).hasCount(0);
    desk.part("hangup").click();
    ratesAndLeaves(caller, desk);
  }

  @Test
  void aTalkHungUpWithoutALineEndsWhenTheLineIsBack(Scene scene) {
    House house = scene.house();
    PulledLine line = scene.stays(PulledLine.to(house), PulledLine::close);
    BrowserDesk desk = scene.stays(BrowserDesk.over(house, line), BrowserDesk::close);
    Visitor caller = talks(scene, desk, house.account("1002"), "00000000034");

    line.pull();
    assertThat(desk.part("phone-registered")).not().isVisible();
    desk.part("hangup").click();
    Talkers.hearsNothing("the caller", caller.audio());
    double heard = caller.audio().ear().secondsOf(Seat.TONE);
    desk.part("mute").click();
    line.plugIn();

    ratesAndLeaves(caller, desk);
    Assertions.assertThat(caller.audio().ear().secondsOf(Seat.TONE))
        .as("heard of an agent who had hung up")
        .isEqualTo(heard);
  }

  @Test
  void aHeadsetPulledOutInTheMiddleOfATalkIsToldAndItsSuccessorIsHeard(Scene scene) {
    House house = scene.house();
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    desk.page().addInitScript(HEADSET);
    desk.page().reload();
    Visitor caller = talks(scene, desk, house.account("1002"), "00000000036");

    desk.page().evaluate("headset(false)");
    assertThat(desk.part("microphone-problem")).hasAttribute("data-problem", "absent");
    Talkers.hearsNothing("the caller", caller.audio());
    await("the agent hearing the caller").atMost(SOON).until(() -> desk.hears(Visitor.TONE));

    desk.page().evaluate("headset(true)");
    assertThat(desk.part("microphone-problem")).hasCount(0);
    caller.hearsAgent();
    desk.part("hangup").click();
    ratesAndLeaves(caller, desk);
  }

  @Test
  void aSessionThatEndsInTheMiddleOfAFormLosesNothingTyped(Scene scene) {
    House house = scene.house();
    Account agent = house.account("1003");
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    Visitor caller = talks(scene, desk, agent, "00000000032");
    caller.hangUp();
    assertThat(desk.part("acw-banner")).isVisible(back());
    desk.part("wo-description").fill(TYPED);

    Assertions.assertThat(desk.page().evaluate(SIGN_OUT)).isEqualTo(204);
    assertThat(desk.part("sign-in-again")).isVisible(back());
    desk.part("login-password").fill(agent.password());
    desk.part("login-submit").click();

    assertThat(desk.part("sign-in-again")).not().isVisible(back());
    assertThat(desk.part("wo-description")).hasValue(TYPED);
    desk.part("wo-save").dblclick();
    assertThat(desk.part("wo-saved-no")).hasText(Pattern.compile("\\d{14}"));
    String no = desk.part("wo-saved-no").textContent();
    caller.story(
        "its one order, however often the key was pressed",
        call ->
            call.path("workOrders").size() == 1 && call.at("/workOrders/0").asString().equals(no));
    desk.part("sign-out").click();
  }

  @Test
  void aPageOfBeforeAnUpgradeSaysSoAndLosesNothingTyped(Scene scene) {
    House house = scene.house();
    PulledLine line = scene.stays(PulledLine.to(house), PulledLine::close);
    BrowserDesk desk = scene.stays(BrowserDesk.over(house, line), BrowserDesk::close);
    Visitor caller = talks(scene, desk, house.account("1004"), "00000000033");
    desk.part("wo-description").fill(TYPED);
    String page = "http://localhost:" + line.port() + "/";

    line.pull();
    assertThat(desk.part("connection-lost")).isVisible();
    desk.page().route(page, BrowserTroubleIT::upgraded);
    line.plugIn();
    assertThat(desk.part("page-outdated")).isVisible(back());
    caller.hearsAgent();
    desk.page().unroute(page);
    desk.part("page-reload").click();

    desk.registered();
    desk.inPhase("talking");
    caller.hearsAgent();
    assertThat(desk.part("page-outdated")).not().isVisible();
    assertThat(desk.part("wo-description")).hasValue(TYPED);
    caller.hangUp();
    assertThat(desk.part("acw-banner")).isVisible(back());
    desk.part("sign-out").click();
  }

  @Test
  void aClockAnHourWrongIsToldAndKeepsItsAgentFromBeingIdle(Scene scene) {
    House house = scene.house();
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    desk.page().addInitScript(AN_HOUR_AHEAD);
    desk.page().reload();
    desk.signIn(house.account("1005"));

    assertThat(desk.part("clock-problem")).hasAttribute("data-problem", "ahead");
    assertThat(desk.part("clock-problem")).containsText("60");
    desk.part("state-idle").click();
    assertThat(desk.part("readiness-check")).isEnabled();
    assertThat(desk.part("agent-state")).not().hasAttribute("data-state", "IDLE");
    desk.part("sign-out").click();
  }

  /**
   * The agent has hung up: the caller is asked how it was, and the agent has work after the call.
   */
  private static void ratesAndLeaves(Visitor caller, BrowserDesk desk) {
    caller.presses("1");
    await("the caller being let go").atMost(SOON).until(caller::isOver);
    assertThat(desk.part("acw-banner")).isVisible(back());
    desk.part("sign-out").click();
  }

  private static Visitor talks(Scene scene, BrowserDesk desk, Account agent, String from) {
    desk.signIn(agent);
    desk.goIdle();
    Visitor caller = scene.calls(from).presses("10");
    desk.inPhase("ringing");
    desk.part("answer").click();
    caller.hearsAgent();
    return caller;
  }

  /** The page as a later build would have it. */
  private static void upgraded(Route route) {
    String page =
        route.fetch().text().replaceAll("/assets/index-[^\"]*\\.js", "/assets/index-later.js");
    route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(page));
  }

  private static LocatorAssertions.IsVisibleOptions back() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(BACK_MILLIS);
  }
}
