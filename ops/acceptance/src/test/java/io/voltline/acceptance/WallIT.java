package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealHouse.class)
class WallIT {
  private static final double A_SECOND = 1_000;
  private static final double PROMISE = 20_000;

  @Test
  void theWallShowsTheFloorAsItMoves(Scene scene) {
    House house = scene.house();
    BrowserDesk wall = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    wall.enter(house.account("2002"));
    Seat seat = scene.seat("1011", Manner.ANSWERS);
    wall.part("wall-search").fill("1011");
    Locator agent = wall.page().locator("[data-agent-no='1011']");
    soon(agent, "IDLE");

    seat.desk().state("BUSY").orThrow();
    soon(agent, "BUSY");

    Visitor caller = scene.calls("00000000092").presses("10");
    Locator waiting = wall.part("waiting-call");
    assertThat(waiting).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PROMISE));
    assertThat(waiting.getByTestId("promise-left")).hasText(Pattern.compile("^1?\\d 秒$"));
    assertThat(waiting).containsText("000****0092");
    assertThat(queue(wall, "queue-waiting")).hasText("1");
    assertThat(waiting)
        .hasAttribute(
            "data-risk", "late", new LocatorAssertions.HasAttributeOptions().setTimeout(PROMISE));
    assertThat(wall.part("broken-promise").first()).containsText("000****0092");

    int answered = Integer.parseInt(queue(wall, "queue-answered").innerText());
    seat.desk().state("IDLE").orThrow();
    await("the talk").atMost(Duration.ofSeconds(20)).until(() -> talks(seat));
    soon(agent, "TALKING");
    assertThat(waiting).hasCount(0);
    assertThat(queue(wall, "queue-answered")).hasText(String.valueOf(answered + 1));
    caller.hangUp();
  }

  @Test
  void theWallIsForThoseWhoWatchTheFloorByTheServersWord(Scene scene) {
    House house = scene.house();
    Seat seat = scene.seat("1012", Manner.WAITS);
    Assertions.assertThat(seat.desk().api().get("/wall").status()).isEqualTo(403);
    var quality = scene.stays(house.api().signIn(house.account("3001")), desk -> desk.close());
    Assertions.assertThat(quality.api().get("/wall").status()).isEqualTo(403);
    var admin = scene.stays(house.api().signIn(house.account("9001")), desk -> desk.close());
    Assertions.assertThat(admin.api().get("/wall").status()).isEqualTo(200);
    Assertions.assertThat(scene.watcher().api().get("/wall").body().path("agents"))
        .map(agent -> agent.path("role").asString())
        .containsOnly("agent");
  }

  @Test
  void theWallboardShowsWhoWaitsOnABigScreen(Scene scene) {
    House house = scene.house();
    BrowserDesk board = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    board.enter(house.account("2003"));
    board.goTo("/wallboard?lang=zh");
    assertThat(board.part("wallboard-waiting")).hasText("0");
    Seat seat = scene.seat("1013", Manner.WAITS);

    scene.calls("00000000093").presses("10");

    await("the ring")
        .atMost(Duration.ofSeconds(20))
        .until(() -> seat.phone().stage() == Stage.RINGING);
    assertThat(board.part("wallboard-waiting"))
        .hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(A_SECOND));
    assertThat(board.part("wallboard-promise")).containsText("秒");
  }

  private static boolean talks(Seat seat) {
    return seat.phone().stage() == Stage.TALKING && seat.desk().state().equals("TALKING");
  }

  private static void soon(Locator agent, String state) {
    assertThat(agent)
        .hasAttribute(
            "data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(A_SECOND));
  }

  private static Locator queue(BrowserDesk wall, String part) {
    return wall.page().locator("[data-queue='general']").getByTestId(part);
  }
}
