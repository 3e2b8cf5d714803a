package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What supervisors tell desks, and what the wall tells supervisors, in browsers. */
@ExtendWith(RealHouse.class)
class BroadcastAndAlarmIT {
  private static final String SUPERVISOR = "2002";
  private static final String STORM = "台风红色预警：请先受理停电报修";

  /** Milliseconds. */
  private static final double SOON = 20_000;

  @Test
  void whatIsToldStaysUntilItIsReadOrWithdrawnAndDisturbsNobody(Scene scene) {
    BrowserDesk types = agent(scene, "1001");
    BrowserDesk other = agent(scene, "1003");
    BrowserDesk wall = wall(scene);
    types.part("reminder-add").click();
    types.part("reminder-note").pressSequentially("核实");
    wall.part("broadcast-new").click();
    wall.part("broadcast-text").fill(STORM);
    wall.part("broadcast-level-URGENT").check();
    wall.part("broadcast-send").click();
    assertThat(types.part("broadcast")).containsText(STORM, contains());
    assertThat(other.part("broadcast")).containsText(STORM, contains());
    assertThat(types.part("broadcast")).isInViewport();
    types.page().keyboard().type("恢复供电");
    assertThat(types.part("reminder-note")).hasValue("核实恢复供电");

    types.page().keyboard().press("Alt+KeyU");
    assertThat(types.part("broadcast")).hasCount(0);
    Locator tally = wall.part("sent-broadcast").first();
    assertThat(tally).containsText("已读 1 /", contains());
    assertThat(tally.getByTestId("broadcast-unread")).containsText("1003");
    assertThat(tally.getByTestId("broadcast-unread")).not().containsText("1001");

    other.page().reload();
    assertThat(other.part("broadcast")).containsText(STORM, contains());
    tally.getByTestId("broadcast-withdraw").click();
    assertThat(other.part("broadcast")).hasCount(0, count());
    assertThat(tally).hasAttribute("data-open", "false");
  }

  @Test
  void whoSignsInLaterIsToldWhatIsForOneAgent(Scene scene) {
    BrowserDesk other = agent(scene, "1003");
    BrowserDesk wall = wall(scene);
    wall.part("broadcast-new").click();
    wall.part("broadcast-text").fill("请下班前交还耳机");
    wall.part("broadcast-to-agent").check();
    wall.part("broadcast-agent").fill("1001");
    wall.part("broadcast-send").click();
    Locator sent = wall.part("sent-broadcast").first();
    assertThat(sent).containsText("1001", contains());

    BrowserDesk later = agent(scene, "1001");
    assertThat(later.part("broadcast")).containsText("耳机", contains());
    assertThat(other.part("broadcast")).hasCount(0);
    later.part("broadcast-read").click();
    assertThat(later.part("broadcast")).hasCount(0);
    assertThat(sent).containsText("已读 1 / 1", contains());
    sent.getByTestId("broadcast-withdraw").click();
    assertThat(sent).hasAttribute("data-open", "false");
  }

  @Test
  void aCallerForWhomNobodyIsThereIsAnAlarmUntilThatIsOver(Scene scene) {
    BrowserDesk wall = wall(scene);
    Visitor caller = scene.strangerCalls().presses("10");
    Locator alarm = wall.page().locator("[data-kind='NOBODY_SIGNED_IN'][data-subject='general']");
    assertThat(alarm).isVisible(visible());
    assertThat(alarm).containsText("请安排座席签入");
    alarm.getByTestId("alarm-acknowledge").click();
    assertThat(alarm.getByTestId("alarm-by")).containsText(SUPERVISOR);
    alarm.getByTestId("alarm-go").click();
    assertThat(wall.page().locator("[data-queue='general']")).isFocused();

    caller.hangUp();
    assertThat(alarm).hasCount(0, count());
    wall.part("alarms-today").click();
    Locator past = wall.page().locator("[data-testid='past-alarm'][data-kind='NOBODY_SIGNED_IN']");
    assertThat(past.first()).containsText(SUPERVISOR);
    assertThat(past.first()).not().containsText("未解除");
  }

  private static BrowserDesk agent(Scene scene, String agentNo) {
    BrowserDesk desk = scene.stays(BrowserDesk.open(scene.house()), BroadcastAndAlarmIT::leave);
    desk.enter(scene.house().account(agentNo));
    return desk;
  }

  private static void leave(BrowserDesk desk) {
    try (desk) {
      desk.part("sign-out").click();
      assertThat(desk.part("login-submit")).isVisible(visible());
    }
  }

  private static BrowserDesk wall(Scene scene) {
    BrowserDesk wall = scene.stays(BrowserDesk.open(scene.house()), BrowserDesk::close);
    wall.enter(scene.house().account(SUPERVISOR));
    return wall;
  }

  private static LocatorAssertions.ContainsTextOptions contains() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON);
  }

  private static LocatorAssertions.HasCountOptions count() {
    return new LocatorAssertions.HasCountOptions().setTimeout(SOON);
  }

  private static LocatorAssertions.IsVisibleOptions visible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON);
  }
}
