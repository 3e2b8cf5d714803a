package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.rtp.RtpParty;
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
    speaksSoftly(caller.audio(), CALLER);
    speaksSoftly(bob.phone().audio(), BOB);

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

  /** About as loud as a browser lets a microphone's tone be, which it takes for noise. */
  private static void speaksSoftly(RtpParty party, int hertz) {
    Voice loud = Voice.tone(hertz);
    party.say(
        () -> {
          short[] frame = loud.next();
          for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (frame[i] / 7);
          }
          return frame;
        });
  }

  private static void chooses(BrowserDesk desk) {
    desk.part("chooser-search").fill("1012");
    assertThat(desk.part("choose-1012")).hasAttribute("aria-selected", "true", WITHIN);
  }
}
