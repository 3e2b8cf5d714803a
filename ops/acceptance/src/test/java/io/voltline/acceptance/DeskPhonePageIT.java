package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltline.testkit.house.Account;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent whose phone stands on the desk has the same page, on a computer without a headset. */
@ExtendWith(RealHouse.class)
class DeskPhonePageIT {
  private static final int OTHER = 660;
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final LocatorAssertions.HasAttributeOptions WITHIN =
      new LocatorAssertions.HasAttributeOptions().setTimeout(20_000);

  @Test
  void thePageLeadsTheTalkThatThePhoneAnswers(Scene scene) {
    House house = scene.house();
    Account agent = house.account("1011");
    DeskPhone phone = scene.stays(house.phone(agent, Manner.WAITS), DeskPhone::close);
    Talkers.speaks(phone.audio(), Seat.TONE);
    BrowserDesk desk = scene.stays(BrowserDesk.withoutHeadset(house), BrowserDesk::close);
    desk.signIn(agent);
    desk.goIdle();

    Visitor caller = talks(scene, desk, phone);
    for (String browserPhone : new String[] {"answer", "mute", "hangup", "readiness"}) {
      assertThat(desk.part(browserPhone)).hasCount(0);
    }
    desk.part("hold").click();
    Talkers.hearsMusic("the caller", caller.audio());
    state(desk, "HELD");
    desk.page().reload();
    desk.part("resume").click();
    Tones.bothHearEachOther(caller.audio(), phone.audio());
    state(desk, "TALKING");

    phone.hangUp();
    assertThat(desk.part("acw-banner")).isVisible();
    caller.presses("1");
    await("the caller being let go").atMost(SOON).until(caller::isOver);
    desk.part("acw-done").click();
    state(desk, "IDLE");

    Visitor next = talks(scene, desk, phone);
    desk.part("state-acw").click();
    assertThat(desk.part("state-acw")).hasAttribute("aria-pressed", "true");
    Seat other = Talkers.seat(scene, "1012", OTHER);
    desk.part("transfer").click();
    desk.part("chooser-search").fill("1012");
    assertThat(desk.part("choose-1012")).hasAttribute("aria-selected", "true", WITHIN);
    desk.part("chooser-go").click();
    Talkers.hearsOnly("the caller", next.audio(), OTHER);
    Talkers.hearsOnly("who has the talk now", other.phone().audio(), Visitor.TONE);
    assertThat(desk.part("acw-banner")).isVisible();
    next.hangUp();
    desk.part("sign-out").click();
  }

  /** Rung at the desk and on the page, answered at the desk. */
  private static Visitor talks(Scene scene, BrowserDesk desk, DeskPhone phone) {
    Visitor caller = scene.strangerCalls().presses("10");
    desk.inPhase("ringing");
    await("the ring").atMost(SOON).until(() -> phone.stage() == Stage.RINGING);
    phone.answer();
    desk.inPhase("talking");
    Tones.bothHearEachOther(caller.audio(), phone.audio());
    return caller;
  }

  private static void state(BrowserDesk desk, String state) {
    assertThat(desk.part("agent-state")).hasAttribute("data-state", state, WITHIN);
  }
}
