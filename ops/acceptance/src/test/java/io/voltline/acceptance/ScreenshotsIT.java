package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pictures of every page of the desk for docs/, in both languages and two widths, taken in one
 * call.
 */
@ExtendWith(RealHouse.class)
@EnabledIfSystemProperty(named = "voltline.screenshots", matches = ".+")
class ScreenshotsIT {
  private record Size(int width, int height) {}

  private static final Size NARROW = new Size(1_280, 800);
  private static final Size WIDE = new Size(1_920, 1_080);
  private static final Size WIDEST = new Size(2_560, 1_440);

  /** The supervisor's voice, in hertz. */
  private static final int CHIEF = 660;

  private static final String TO_THE_TOP = "it => scrollBy(0, it.getBoundingClientRect().top - 24)";

  @Test
  void everyPageInBothLanguages(Scene scene) {
    House house = scene.house();
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    still(desk);
    shoot(desk, "sign-in");
    desk.signIn(house.account("1001"));
    desk.goIdle();
    shoot(desk, "idle");
    toldAtTheDesk(scene, desk);
    Visitor caller = scene.calls("00000000006").presses("10");
    desk.inPhase("ringing");
    shoot(desk, "ringing");
    desk.part("answer").click();
    caller.hearsAgent();
    desk.part("keypad").click();
    desk.part("key-1").click();
    assertThat(desk.part("call-quality"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
    shoot(desk, "talking");
    desk.part("keypad").click();
    desk.part("kb-result").first().click();
    desk.part("show-tariff").evaluate(TO_THE_TOP);
    shoot(desk, "article");
    desk.part("kb-back").click();
    desk.part("show-tariff").click();
    desk.part("tariff-kwh").fill("5000");
    assertThat(desk.part("tariff-cost").first()).isVisible();
    desk.part("show-tariff").evaluate(TO_THE_TOP);
    shoot(desk, "prices");
    desk.part("show-knowledge").click();
    desk.page().evaluate("scrollTo(0, 0)");
    talkControls(scene, desk);
    caller.hangUp();
    assertThat(desk.part("acw-banner")).isVisible();
    desk.part("wo-save").click();
    assertThat(desk.part("wo-saved-no")).isVisible();
    caller.story(
        "its recording", it -> it.at("/recordings/0/status").asString("").equals("FINISHED"));
    desk.part("recent-refresh").click();
    assertThat(desk.part("recording-play").first()).isVisible();
    shoot(desk, "after-call");
    desk.part("sign-out").click();
    BrowserDesk bare = scene.stays(BrowserDesk.withoutHeadset(house), BrowserDesk::close);
    bare.signIn(house.account("1001"));
    assertThat(bare.part("microphone-problem")).isVisible();
    shoot(bare, "not-ready");
    bare.part("sign-out").click();
  }

  /** Notices, a rest that is asked for, and a call to be noted. */
  private static void toldAtTheDesk(Scene scene, BrowserDesk desk) {
    scene.tellsDesks("十点至十一点营销系统升级，请先记录", "PLAIN");
    scene.tellsDesks("台风红色预警：请先受理停电报修", "URGENT");
    desk.posts("/rest-requests", "{\"reason\":\"MEAL\",\"minutes\":30}");
    assertThat(desk.part("rest-asked")).isVisible();
    desk.part("reminder-add").click();
    assertThat(desk.part("broadcast")).hasCount(2);
    desk.page().evaluate("scrollTo(0, 0)");
    shoot(desk, "told");
    desk.part("reminder-add").click();
    desk.part("rest-withdraw").click();
    desk.page().keyboard().press("Alt+KeyU");
    assertThat(desk.part("broadcast")).hasCount(1);
    desk.page().keyboard().press("Alt+KeyU");
    assertThat(desk.part("broadcast")).hasCount(0);
  }

  @Test
  void theFloorInBothLanguages(Scene scene) {
    House house = scene.house();
    BrowserDesk wall = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    still(wall);
    wall.enter(house.account("2002"));
    Seat rests = scene.seat("1011", Manner.WAITS);
    rests.desk().state("BUSY").orThrow();
    Seat talks = scene.seat("1012", Manner.ANSWERS);
    scene.calls("00000000005").presses("10").hearsAgent();
    scene.calls("00000000006").presses("10");
    wall.part("waiting-call").waitFor();
    talks.desk().api().send("POST", "/rest-requests", Map.of("reason", "MEAL", "minutes", 30));
    scene.tellsDesks("台风红色预警：请先受理停电报修", "URGENT");
    wall.part("alarm").first().waitFor();
    wall.part("broadcast-tally").first().waitFor();
    wall.part("rest-request").first().waitFor();
    shoot(wall, "wall", WIDEST);
    wall.part("call-acts-open").first().click();
    assertThat(wall.part("act-take")).isVisible();
    shoot(wall, "wall-call");
    wall.page().keyboard().press("Escape");
    wall.part("wall-search").fill("1012");
    wall.part("agent-acts-open").click();
    wall.part("act-BUSY").click();
    shoot(wall, "wall-busy");
    wall.page().keyboard().press("Escape");
    wall.part("wall-search").fill("");
    wall.part("theme-switch").click();
    shoot(wall, "wall-dark", WIDEST);
    for (String language : List.of("zh", "en")) {
      wall.goTo("/wallboard?lang=" + language);
      wall.page().locator("[data-queue=general]").waitFor();
      shoot(wall, language, "wallboard", WIDEST);
    }
  }

  @Test
  void supervisionInBothLanguages(Scene scene) {
    scene.seat("1012", Manner.ANSWERS);
    scene.calls("00000000005").presses("10").hearsAgent();
    BrowserDesk wall = scene.stays(BrowserDesk.speaking(scene.house(), CHIEF), BrowserDesk::close);
    still(wall);
    wall.signIn(scene.house().account("2002"));
    wall.part("wall-search").fill("1012");
    wall.part("agent-acts-open").click();
    wall.part("act-MONITOR").click();
    assertThat(wall.part("mute")).isVisible();
    shoot(wall, "wall-supervision");
    wall.part("supervision-leave").click();
    assertThat(wall.part("supervision")).hasCount(0);
    wall.part("sign-out").click();
  }

  @Test
  void aTakenCallerInBothLanguages(Scene scene) {
    scene.seat("1012", Manner.WAITS).desk().state("BUSY").orThrow();
    scene.calls("00000000006").presses("10");
    BrowserDesk wall = scene.stays(BrowserDesk.speaking(scene.house(), CHIEF), BrowserDesk::close);
    still(wall);
    wall.signIn(scene.house().account("2002"));
    wall.part("call-acts-open").click();
    wall.part("act-take").click();
    assertThat(wall.part("mute")).isVisible();
    assertThat(wall.part("pop-customer")).isVisible();
    // Once the number was said: who hangs up before that has not had the caller.
    assertThat(wall.part("waiting-call")).hasCount(0);
    shoot(wall, "wall-taken", WIDEST);
    wall.part("theme-switch").click();
    shoot(wall, "wall-taken-dark", WIDEST);
    wall.part("supervision-leave").click();
    assertThat(wall.part("taken-done")).isVisible();
    wall.part("taken-done").click();
    wall.part("sign-out").click();
  }

  @Test
  void administrationInBothLanguages(Scene scene) {
    scene.changesPrompt("connecting", "请稍候，正在为您转接座席。");
    BrowserDesk admin = scene.stays(BrowserDesk.open(scene.house()), BrowserDesk::close);
    still(admin);
    admin.enter(scene.house().account("9001"));
    admin.part("admin-open").click();
    for (String part :
        List.of(
            "flows",
            "calendar",
            "notices",
            "prompts",
            "profiles",
            "settings",
            "rules",
            "reasons",
            "accounts")) {
      admin.part("admin-" + part).click();
      shoot(admin, "admin-" + part);
    }
    aPrompt(admin);
    admin.part("admin-accounts").click();
    admin.part("account-edit").first().click();
    assertThat(admin.part("skill-row").first()).isVisible();
    shoot(admin, "admin-account");
    admin.part("account-close").click();
    admin.part("admin-rules").click();
    admin.page().locator("[data-queue=fault]").getByTestId("rule-edit").click();
    assertThat(admin.part("rule-step").first()).isVisible();
    shoot(admin, "admin-rule");
    admin.page().keyboard().press("Escape");
    admin.part("admin-profiles").click();
    admin.part("profile-edit").first().click();
    assertThat(admin.part("limit-line").first()).isVisible();
    shoot(admin, "admin-profile");
    admin.page().keyboard().press("Escape");
    admin.part("admin-changes").click();
    shoot(admin, "admin-changes");
  }

  /** One that was changed, and the dialog that changes it. */
  private static void aPrompt(BrowserDesk admin) {
    admin.part("admin-prompts").click();
    admin.part("prompts-search").fill("connecting");
    Locator connecting = admin.page().locator("[data-prompt=connecting]").getByTestId("prompt-zh");
    assertThat(connecting.getByTestId("prompt-changed")).isVisible();
    connecting.getByTestId("prompt-edit").click();
    assertThat(admin.part("prompt-own")).isVisible();
    admin.part("prompt-recording").click();
    shoot(admin, "admin-prompt", WIDEST);
    admin.part("prompt-cancel").click();
    admin.part("theme-switch").click();
    shoot(admin, "admin-prompts-dark", WIDEST);
    admin.part("theme-switch").click();
  }

  /** On hold, choosing whom to ask, and asking; then back to the caller. */
  private static void talkControls(Scene scene, BrowserDesk desk) {
    Talkers.seat(scene, "1012", 660);
    desk.part("hold").click();
    assertThat(desk.part("hold-timer")).isVisible();
    shoot(desk, "held");
    desk.part("consult").click();
    desk.part("chooser-search").fill("1012");
    assertThat(desk.part("choose-1012")).hasAttribute("aria-selected", "true");
    shoot(desk, "choosing");
    desk.part("chooser-go").click();
    assertThat(desk.part("confer")).isVisible();
    assertThat(desk.part("chooser")).isHidden();
    shoot(desk, "consulting");
    desk.part("back").click();
    assertThat(desk.part("hold")).isVisible();
  }

  /** A dialog that is still coming is half a picture. */
  private static void still(BrowserDesk desk) {
    desk.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
  }

  private static void shoot(BrowserDesk desk, String name) {
    shoot(desk, name, WIDE);
  }

  /** One page, as zh-1280-NAME.png and so on: narrow and so wide. */
  private static void shoot(BrowserDesk desk, String name, Size wide) {
    for (String language : List.of("zh", "en")) {
      if (!desk.page().locator("html").getAttribute("lang").startsWith(language)) {
        otherLanguage(desk);
      }
      shoot(desk, language, name, wide);
    }
    otherLanguage(desk);
  }

  private static void shoot(BrowserDesk desk, String language, String name, Size wide) {
    Path directory = desk.house().project().resolve(System.getProperty("voltline.screenshots"));
    for (Size size : List.of(NARROW, wide)) {
      desk.page().setViewportSize(size.width(), size.height());
      Path file = directory.resolve("%s-%d-%s.png".formatted(language, size.width(), name));
      desk.page().screenshot(new Page.ScreenshotOptions().setPath(file));
    }
  }

  /** Also while a dialog lies over the button. */
  private static void otherLanguage(BrowserDesk desk) {
    desk.part("lang-switch").dispatchEvent("click");
  }
}
