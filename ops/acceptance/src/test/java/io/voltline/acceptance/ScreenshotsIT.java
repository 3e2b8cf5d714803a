package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.voltline.testkit.house.House;
import java.nio.file.Path;
import java.util.List;
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
  @Test
  void everyPageInBothLanguages(Scene scene) {
    House house = scene.house();
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    shoot(desk, "sign-in");
    desk.signIn(house.account("1001"));
    desk.goIdle();
    shoot(desk, "idle");
    Visitor caller = scene.calls("00000000006").presses("10");
    desk.inPhase("ringing");
    shoot(desk, "ringing");
    desk.part("answer").click();
    caller.hearsAgent();
    shoot(desk, "talking");
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
  }

  /** One page, as zh-1280-NAME.png and so on. */
  private static void shoot(BrowserDesk desk, String name) {
    Path directory = desk.house().project().resolve(System.getProperty("voltline.screenshots"));
    for (String language : List.of("zh", "en")) {
      if (!desk.page().locator("html").getAttribute("lang").startsWith(language)) {
        desk.part("lang-switch").click();
      }
      for (int width : new int[] {1_280, 1_920}) {
        desk.page().setViewportSize(width, width == 1_280 ? 800 : 1_080);
        Path file = directory.resolve("%s-%d-%s.png".formatted(language, width, name));
        desk.page().screenshot(new Page.ScreenshotOptions().setPath(file));
      }
    }
    desk.part("lang-switch").click();
  }
}
