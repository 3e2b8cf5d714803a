package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a browser agent does with a talk by the page, proved by tones. */
@ExtendWith(RealHouse.class)
class TalkDeskIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final LocatorAssertions.HasAttributeOptions WITHIN =
      new LocatorAssertions.HasAttributeOptions().setTimeout(15_000);
  private static final int ALICE = Seat.TONE;
  private static final int BOB = 660;
  private static final int CALLER = Visitor.TONE;

  @Test
  void holdsAsksAndPassesOn(Scene scene) {
    BrowserDesk desk = idle(scene);
    Visitor caller = talksTo(scene, desk);

    desk.part("hold").dblclick();
    Talkers.hearsMusic("the caller", caller.audio());
    assertThat(desk.part("hold-timer")).isVisible();
    assertThat(desk.part("agent-state")).hasAttribute("data-state", "HELD");
    desk.page().keyboard().press("Alt+o");
    caller.hearsAgent();
    assertThat(desk.part("hold-timer")).hasCount(0);

    Seat bob = Talkers.seat(scene, "1012", BOB);
    consults(desk, "asks about a bill");
    Talkers.hearsOnly("who is asked", bob.phone().audio(), ALICE);
    Talkers.hearsMusic("the caller", caller.audio());
    await("who asks hearing who is asked").atMost(SOON).until(() -> desk.hears(BOB));
    desk.part("complete").click();
    Talkers.hearsOnly("the caller", caller.audio(), BOB);
    Talkers.hearsOnly("who has the talk now", bob.phone().audio(), CALLER);
    assertThat(desk.part("acw-banner")).isVisible();
    caller.hangUp();
    desk.part("sign-out").click();
  }

  @Test
  void threeHearEachOtherUntilOneLeaves(Scene scene) {
    BrowserDesk desk = idle(scene);
    Visitor caller = talksTo(scene, desk);
    Seat bob = Talkers.seat(scene, "1012", BOB);
    Talkers.speaksSoftly(caller.audio(), CALLER);
    Talkers.speaksSoftly(bob.phone().audio(), BOB);

    consults(desk, "");
    Talkers.hearsOnly("who is asked", bob.phone().audio(), ALICE);
    desk.page().keyboard().press("Alt+c");
    Talkers.hearsBoth("the caller", caller.audio(), ALICE, BOB);
    Talkers.hearsBoth("who was asked", bob.phone().audio(), CALLER, ALICE);
    await("who asked hearing both").atMost(SOON).until(() -> desk.hearsAll(CALLER, BOB));
    assertThat(desk.part("talk-member")).hasCount(2);

    desk.part("leave").click();
    Talkers.hearsOnly("the caller", caller.audio(), BOB);
    assertThat(desk.part("acw-banner")).isVisible();
    caller.hangUp();
    desk.part("sign-out").click();
  }

  @Test
  void somebodyOutsideIsKnownInTheTalkAfterARefresh(Scene scene) {
    BrowserDesk desk = idle(scene);
    Visitor caller = talksTo(scene, desk);
    DeskPhone outside =
        scene.stays(scene.house().customerPhone(DeskPhone.Manner.ANSWERS), DeskPhone::close);
    Talkers.speaksSoftly(caller.audio(), CALLER);
    Talkers.speaksSoftly(outside.audio(), BOB);
    String talk = "/calls/" + caller.callId();
    desk.posts(talk + "/consult", "{\"number\": \"00000000009\"}");
    Talkers.hearsOnly("who is asked", outside.audio(), ALICE);
    desk.page().keyboard().press("Alt+c");
    Talkers.hearsBoth("the caller", caller.audio(), ALICE, BOB);

    desk.page().reload();
    assertThat(desk.part("talk-member")).hasCount(2);
    assertThat(desk.part("talk-member").last()).hasText("00000000009");
    Talkers.hearsBoth("the caller", caller.audio(), ALICE, BOB);
    outside.hangUp();
    assertThat(desk.part("talk-member")).hasCount(0);
    desk.part("hangup").click();
    assertThat(desk.part("acw-banner")).isVisible();
    desk.part("sign-out").click();
  }

  @Test
  void callsAColleagueAndAnswersTheOwnRingByItself(Scene scene) {
    BrowserDesk desk = idle(scene);
    Seat bob = Talkers.seat(scene, "1012", BOB);

    desk.page().keyboard().press("Alt+n");
    chooses(desk);
    desk.page().keyboard().press("Enter");
    Talkers.hearsOnly("who is called", bob.phone().audio(), ALICE);
    await("who calls hearing who is called").atMost(SOON).until(() -> desk.hears(BOB));
    assertThat(desk.part("talk-panel")).hasAttribute("data-stage", "talking", WITHIN);
    desk.part("hangup").click();
    assertThat(desk.part("acw-banner")).isVisible();
    assertThat(desk.part("redial")).isVisible();
    desk.part("sign-out").click();
  }

  private static BrowserDesk idle(Scene scene) {
    BrowserDesk desk = scene.stays(BrowserDesk.open(scene.house()), BrowserDesk::close);
    desk.signIn(scene.house().account("1001"));
    desk.goIdle();
    return desk;
  }

  private static Visitor talksTo(Scene scene, BrowserDesk desk) {
    Visitor caller = scene.strangerCalls().presses("10");
    desk.inPhase("ringing");
    desk.part("answer").click();
    caller.hearsAgent();
    return caller;
  }

  /** Has 1012 rung, who is found by number, and answers. */
  private static void consults(BrowserDesk desk, String notes) {
    desk.part("consult").click();
    chooses(desk);
    desk.part("chooser-notes").fill(notes);
    desk.part("chooser-go").click();
    assertThat(desk.part("talk-panel")).hasAttribute("data-stage", "consulting", WITHIN);
  }

  private static void chooses(BrowserDesk desk) {
    desk.part("chooser-search").fill("1012");
    assertThat(desk.part("choose-1012")).hasAttribute("aria-selected", "true", WITHIN);
  }
}
