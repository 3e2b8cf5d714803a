package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.voltline.testkit.house.Api;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A skill and a queue that are added at {@code /admin} while people call. */
@ExtendWith(RealHouse.class)
class AddedQueueIT {
  private static final String ID = "charging";
  private static final String QUEUE = "充电桩专席";
  private static final String SKILLED = "1017";

  @Test
  void isOnTheWallByItsNameAndServedByWhoHasTheSkill(Scene scene) {
    Seat skilled = busy(scene, SKILLED);
    Seat other = busy(scene, "1018");
    Desk chief =
        scene.stays(scene.house().api().signIn(scene.house().account("2003")), Desk::close);
    Visitor caller = scene.strangerCalls().presses("10");
    caller.story("its place", it -> it.has("queuedAt"));
    BrowserDesk wall = scene.stays(BrowserDesk.open(scene.house()), BrowserDesk::close);
    wall.enter(scene.house().account("2002"));
    assertThat(wall.part("wall-queues")).isVisible();
    scene.stays(scene, AddedQueueIT::takeAllAway);

    BrowserDesk admin = AdminPage.open(scene);
    admin.part("admin-rules").click();
    addSkill(admin);
    admin.part("admin-accounts").click();
    AdminPage.edit(admin, SKILLED);
    AdminPage.choose(admin, "skill-add", "充电桩");
    AdminPage.save(admin);
    admin.part("admin-rules").click();
    addQueue(admin);
    Locator row = wall.page().locator("[data-testid=wall-queue][data-queue=" + ID + "]");
    assertThat(row).containsText(QUEUE);

    chief.api().send("POST", move(caller), Map.of("queue", ID)).orThrow();
    assertThat(row.getByTestId("queue-waiting")).hasText("1");
    other.desk().state("IDLE").orThrow();
    skilled.desk().state("IDLE").orThrow();
    Tones.bothHearEachOther(caller.audio(), skilled.phone().audio());
    assertThat(other.phone().rings()).isEmpty();
    caller.story("who answered", it -> it.path("answeredBy").asString("").equals(SKILLED));

    admin
        .page()
        .locator("[data-testid=rule][data-queue=" + ID + "]")
        .getByTestId("rule-remove")
        .click();
    sure(admin);
    assertThat(admin.page().locator("[data-testid=rule][data-queue=" + ID + "]")).hasCount(0);
    caller.hangUp();
    assertThat(row).hasCount(0);
    admin.part("admin-changes").click();
    admin.part("changes-subject").fill(ID);
    admin.part("changes-search").click();
    assertThat(admin.part("change").first()).containsText("删除");
    assertThat(admin.part("change").nth(1)).containsText("新建");
  }

  private static Seat busy(Scene scene, String agentNo) {
    Seat seat = scene.seat(agentNo, Manner.ANSWERS);
    seat.desk().state("BUSY").orThrow();
    return seat;
  }

  private static String move(Visitor caller) {
    return "/calls/" + caller.callId() + "/move";
  }

  private static void addSkill(BrowserDesk admin) {
    admin.part("skill-new").click();
    admin.part("skill-id").fill(ID);
    Locator fresh = admin.page().locator("[data-testid=skill][data-skill=" + ID + "]");
    fresh.getByTestId("skill-zh").fill("充电桩");
    fresh.getByTestId("skill-en").fill("Charging points");
    admin.part("skills-save").click();
    assertThat(fresh.getByTestId("skill-id")).hasCount(0);
  }

  private static void addQueue(BrowserDesk admin) {
    admin.part("queue-add").click();
    admin.part("queue-id").fill(ID);
    admin.part("queue-zh").fill(QUEUE);
    admin.part("queue-en").fill("Charging points");
    admin.part("queue-demand").fill(ID);
    admin.part("queue-save").click();
    assertThat(admin.part("queue-dialog")).hasCount(0);
  }

  private static void sure(BrowserDesk admin) {
    admin
        .page()
        .locator(".el-popconfirm__action")
        .getByText("删除")
        .filter(new Locator.FilterOptions().setVisible(true))
        .click();
  }

  /** By the API, so that the house is left as it was found wherever the test ends. */
  private static void takeAllAway(Scene scene) {
    try (Desk desk = scene.house().api().signIn(scene.house().account(AdminPage.ADMIN))) {
      Api api = desk.api();
      api.send("DELETE", "/admin/rules/queues/" + ID, Map.of());
      for (JsonNode account : api.get("/admin/accounts").orThrow().path("accounts")) {
        if (account.path("agentNo").asString().equals(SKILLED)) {
          api.send("PUT", "/admin/accounts/" + SKILLED, without(account)).orThrow();
        }
      }
      JsonNode seen = api.get("/admin/rules").orThrow().path("names").path("skills");
      api.send("PUT", "/admin/rules/skills", Map.of("skills", Map.of(), "seen", seen)).orThrow();
    }
  }

  private static Map<String, Object> without(JsonNode account) {
    var form = new HashMap<String, Object>();
    for (String field : List.of("name", "role", "phone", "active", "version")) {
      form.put(field, account.path(field));
    }
    form.put(
        "skills",
        account
            .path("skills")
            .valueStream()
            .filter(it -> !it.path("skill").asString().equals(ID))
            .toList());
    return form;
  }
}
