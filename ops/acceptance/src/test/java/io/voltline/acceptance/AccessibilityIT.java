package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What axe-core finds on every page, light and dark: nothing serious. */
@ExtendWith(RealHouse.class)
class AccessibilityIT {
  private static final String LOOK =
      """
      () => axe.run().then(found => found.violations
        .filter(it => ['serious', 'critical'].includes(it.impact))
        .flatMap(it => it.nodes.map(node => it.id + ': ' + node.html + ' ' + node.failureSummary)))
      """;

  @Test
  void theAgentsDesk(Scene scene) {
    House house = scene.house();
    BrowserDesk desk = open(scene);
    looksGood(desk, "signing in");
    desk.signIn(house.account("1003"));
    desk.goIdle();
    inBothThemes(desk, "idle");
    tellsAndRests(scene, desk);
    Visitor caller = scene.calls("00000000006").presses("10");
    desk.inPhase("ringing");
    desk.part("answer").click();
    caller.hearsAgent();
    inBothThemes(desk, "talking");
    desk.part("show-tariff").click();
    PlaywrightAssertions.assertThat(desk.part("tariff").first()).isVisible();
    inBothThemes(desk, "prices");
    desk.part("show-knowledge").click();
    desk.part("kb-result").first().click();
    inBothThemes(desk, "an article");
    desk.part("hold").click();
    PlaywrightAssertions.assertThat(desk.part("hold-timer")).isVisible();
    inBothThemes(desk, "on hold");
    desk.part("transfer").click();
    PlaywrightAssertions.assertThat(desk.part("choose-1001")).isVisible();
    for (String kind : List.of("agent", "queue", "number")) {
      desk.part("kind-" + kind).click();
      looksGood(desk, "choosing, " + kind);
    }
    desk.page().keyboard().press("Escape");
    PlaywrightAssertions.assertThat(desk.part("chooser")).isHidden();
    caller.hangUp();
    desk.inPhase("ended");
    inBothThemes(desk, "after the call");
    desk.part("sign-out").click();
  }

  /** What stands above the panels: notices, a rest that is asked for, a call to be made later. */
  private static void tellsAndRests(Scene scene, BrowserDesk desk) {
    List.of("PLAIN", "URGENT").forEach(level -> scene.tellsDesks("台区检修", level));
    PlaywrightAssertions.assertThat(desk.part("broadcast")).hasCount(2);
    assertThat(desk.posts("/rest-requests", "{\"reason\":\"MEAL\",\"minutes\":30}")).isEqualTo(201);
    PlaywrightAssertions.assertThat(desk.part("rest-asked")).isVisible();
    desk.part("reminder-add").click();
    PlaywrightAssertions.assertThat(desk.part("reminder-form")).isVisible();
    inBothThemes(desk, "told, asking for a rest, noting a call");
    desk.part("reminder-add").click();
    desk.part("rest-withdraw").click();
    desk.page().keyboard().press("Alt+KeyU");
    PlaywrightAssertions.assertThat(desk.part("broadcast")).hasCount(1);
    desk.page().keyboard().press("Alt+KeyU");
    PlaywrightAssertions.assertThat(desk.part("broadcast")).hasCount(0);
  }

  @Test
  void theWallAndTheWallboard(Scene scene) {
    House house = scene.house();
    BrowserDesk wall = open(scene);
    wall.enter(house.account("2002"));
    Seat seat = scene.seat("1011", Manner.WAITS);
    seat.desk()
        .api()
        .send("POST", "/rest-requests", Map.of("reason", "MEAL", "minutes", 30))
        .orThrow();
    scene.calls("00000000094").presses("10");
    wall.part("waiting-call").waitFor();
    wall.part("broadcast-new").click();
    PlaywrightAssertions.assertThat(wall.part("broadcast-form")).isVisible();
    PlaywrightAssertions.assertThat(wall.part("rest-request")).isVisible();
    wall.part("alarm").first().waitFor();
    wall.part("alarms-today").click();
    inBothThemes(wall, "the wall");
    for (String acts : List.of("agent-acts", "call-acts")) {
      wall.part(acts + "-open").first().click();
      PlaywrightAssertions.assertThat(wall.part(acts)).isVisible();
      looksGood(wall, acts);
      wall.page().keyboard().press("Escape");
      PlaywrightAssertions.assertThat(wall.part(acts)).isHidden();
    }
    wall.goTo("/wallboard?lang=zh");
    wall.part("wallboard").waitFor();
    looksGood(wall, "the wallboard");
  }

  @Test
  void administration(Scene scene) {
    BrowserDesk admin = open(scene);
    admin.enter(scene.house().account("9001"));
    admin.part("admin-open").click();
    for (String part :
        List.of(
            "accounts",
            "flows",
            "rules",
            "reasons",
            "calendar",
            "notices",
            "prompts",
            "profiles",
            "settings",
            "changes")) {
      admin.part("admin-" + part).click();
      assertThat(admin.part("admin-" + part).getAttribute("aria-current")).isEqualTo("page");
      inBothThemes(admin, "administration, " + part);
    }
    admin.part("admin-prompts").click();
    for (String theme : List.of("this theme", "the other theme")) {
      admin.part("prompt-edit").first().click();
      PlaywrightAssertions.assertThat(admin.part("prompt-own")).isVisible();
      looksGood(admin, "a prompt, " + theme);
      admin.part("prompt-cancel").click();
      PlaywrightAssertions.assertThat(admin.part("prompt-dialog")).hasCount(0);
      admin.part("theme-switch").click();
    }
    admin.part("admin-rules").click();
    admin.part("rule-edit").nth(1).click();
    PlaywrightAssertions.assertThat(admin.part("rule-step").first()).isVisible();
    looksGood(admin, "a rule");
    admin.page().keyboard().press("Escape");
    admin.part("admin-accounts").click();
    admin.part("account-edit").first().click();
    PlaywrightAssertions.assertThat(admin.part("skill-row").first()).isVisible();
    looksGood(admin, "an account");
    admin.page().keyboard().press("Escape");
    admin.part("admin-profiles").click();
    admin.part("profile-edit").first().click();
    PlaywrightAssertions.assertThat(admin.part("limit-line").first()).isVisible();
    looksGood(admin, "a profile of time limits");
  }

  @Test
  void thePageOfQuality(Scene scene) {
    BrowserDesk desk = open(scene);
    desk.enter(scene.house().account("3002"));
    inBothThemes(desk, "quality");
  }

  /** Without transitions: what is seen for a tenth of a second is nobody's page. */
  private static BrowserDesk open(Scene scene) {
    BrowserDesk desk = scene.stays(BrowserDesk.open(scene.house()), BrowserDesk::close);
    desk.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    return desk;
  }

  private static void inBothThemes(BrowserDesk desk, String page) {
    looksGood(desk, page);
    desk.part("theme-switch").click();
    looksGood(desk, page + ", the other theme");
    desk.part("theme-switch").click();
  }

  private static void looksGood(BrowserDesk desk, String page) {
    Path axe = desk.house().project().resolve("agent-softphone/node_modules/axe-core/axe.min.js");
    try {
      desk.page().evaluate(Files.readString(axe) + ";0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat((List<?>) desk.page().evaluate(LOOK)).as(page).isEmpty();
  }
}
