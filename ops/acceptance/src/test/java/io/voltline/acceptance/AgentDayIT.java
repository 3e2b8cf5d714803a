package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An agent's day in the browser: states chosen and granted, own figures, calls to be made later.
 */
@ExtendWith(RealHouse.class)
class AgentDayIT {
  private static final String AGENT = "1001";
  private static final String SUPERVISOR = "2002";
  private static final String CUSTOMER = "00000000009";

  /** As many as may rest at once. */
  private static final List<String> RESTING =
      List.of("1003", "1004", "1005", "1006", "1007", "1008", "1009", "1010", "1011", "1012");

  /** Milliseconds. */
  private static final double SOON = 20_000;

  @Test
  void theStateAfterACallIsChosenDuringItAndTheDayCountsTheCall(Scene scene) {
    BrowserDesk desk = agent(scene);
    assertThat(desk.part("day-answered")).isVisible();
    int before = Integer.parseInt(desk.part("day-answered").textContent());
    desk.goIdle();
    Visitor caller = scene.calls("00000000006").presses("10");
    desk.inPhase("ringing");
    desk.part("answer").click();
    caller.hearsAgent();

    desk.part("state-busy").click();
    desk.part("busy-reason-MEAL").click();
    desk.part("busy-confirm").click();
    assertThat(desk.part("agent-state-next")).containsText("就餐");
    assertThat(desk.part("agent-state")).hasAttribute("data-state", "TALKING");
    desk.page().reload();
    assertThat(desk.part("agent-state-next")).containsText("就餐", contains());
    caller.hearsAgent();

    caller.hangUp();
    assertThat(desk.part("agent-state")).hasAttribute("data-reason", "MEAL", attribute());
    assertThat(desk.part("agent-state-left")).isVisible();
    assertThat(desk.part("agent-state-next")).hasCount(0);
    assertThat(desk.part("day-answered")).hasText(Integer.toString(before + 1), text());
    assertThat(desk.part("day-talk")).containsText(":", contains());
  }

  @Test
  void aRestBeyondTheNumberWhoMayIsGrantedByASupervisor(Scene scene) {
    House house = scene.house();
    for (String number : RESTING) {
      Desk other = scene.stays(house.api().signIn(house.account(number)), Desk::close);
      other.state("BUSY").orThrow();
    }
    BrowserDesk desk = agent(scene);
    BrowserDesk wall = wall(scene);
    asksForRest(desk);
    desk.page().reload();
    assertThat(desk.part("rest-asked")).isVisible(visible());
    Locator request = wall.page().locator("[data-testid='rest-request'][data-agent-no='1001']");
    request.getByTestId("rest-deny").click();
    assertThat(desk.part("rest-outcome")).hasAttribute("data-answer", "DENIED", attribute());
    desk.part("rest-seen").click();
    assertThat(desk.part("agent-state")).not().hasAttribute("data-reason", "SHORT_BREAK");

    asksForRest(desk);
    house.kill("engine");
    house.up();
    for (BrowserDesk page : List.of(desk, wall)) {
      page.page().reload();
    }
    assertThat(desk.part("rest-asked")).isVisible(visible());
    request.getByTestId("rest-grant").click();
    assertThat(desk.part("rest-outcome")).hasAttribute("data-answer", "GRANTED", attribute());
    assertThat(desk.part("agent-state")).hasAttribute("data-reason", "SHORT_BREAK");
    assertThat(wall.part("wall-rests")).hasCount(0);
  }

  @Test
  void aCallToBeMadeLaterIsKeptSeenWhenOverdueAndMadeByOneKey(Scene scene) {
    DeskPhone customer = scene.stays(scene.house().customerPhone(Manner.ANSWERS), DeskPhone::close);
    Talkers.speaks(customer.audio(), 660);
    BrowserDesk desk = agent(scene);
    desk.goIdle();
    desk.part("reminder-add").click();
    desk.part("reminder-number").fill(CUSTOMER);
    desk.part("reminder-note").fill("核实恢复供电");
    desk.part("reminder-save").click();
    assertThat(desk.part("reminder")).containsText("核实恢复供电");
    assertThat(desk.part("reminder")).hasAttribute("data-late", "false");

    desk.part("sign-out").click();
    new Sql(scene.house())
        .run(
            "UPDATE reminder SET due_at = UTC_TIMESTAMP() - INTERVAL 5 MINUTE WHERE done_at IS NULL");
    desk.signIn(scene.house().account(AGENT));
    desk.goIdle();
    assertThat(desk.part("reminder")).hasAttribute("data-late", "true", attribute());
    BrowserDesk wall = wall(scene);
    assertThat(wall.part("overdue-reminder")).containsText("核实恢复供电", contains());
    assertThat(wall.part("wall-reminders")).not().containsText(CUSTOMER);

    desk.page().keyboard().press("Alt+KeyR");
    Talkers.hearsOnly("the customer", customer.audio(), Seat.TONE);
    customer.hangUp();
    assertThat(desk.part("agent-state")).hasAttribute("data-state", "ACW", attribute());
    desk.part("reminder-done").click();
    assertThat(desk.part("reminder")).hasCount(0);
  }

  private static void asksForRest(BrowserDesk desk) {
    desk.part("state-busy").click();
    desk.part("busy-confirm").click();
    desk.part("rest-ask").click();
    assertThat(desk.part("rest-asked")).isVisible();
  }

  private static BrowserDesk agent(Scene scene) {
    BrowserDesk desk = scene.stays(BrowserDesk.open(scene.house()), AgentDayIT::leave);
    desk.signIn(scene.house().account(AGENT));
    return desk;
  }

  /** Whoever is still signed in would be offered the next test's callers. */
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

  private static LocatorAssertions.HasAttributeOptions attribute() {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(SOON);
  }

  private static LocatorAssertions.ContainsTextOptions contains() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON);
  }

  private static LocatorAssertions.HasTextOptions text() {
    return new LocatorAssertions.HasTextOptions().setTimeout(SOON);
  }

  private static LocatorAssertions.IsVisibleOptions visible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON);
  }
}
