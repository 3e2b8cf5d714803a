package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.voltline.testkit.house.Api;
import io.voltline.testkit.house.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Time limits changed and chosen at {@code /admin} while orders come in. */
@ExtendWith(RealHouse.class)
class LimitProfilesIT {
  private static final String PROFILES = "/admin/limit-profiles";
  private static final String USUAL = "state-grid-current";

  @Test
  void whatIsChangedHoldsForOrdersFromThenOn(Scene scene) {
    Api api = scene.watcher().api();
    scene.stays(scene, LimitProfilesIT::putAllBack);
    JsonNode before = accept(api, "fault-repair.single-premise");
    assertThat(within(before, "ARRIVAL")).isEqualTo(Duration.ofMinutes(45));

    BrowserDesk admin = AdminPage.open(scene);
    admin.part("admin-profiles").click();
    Locator column = admin.page().locator("[data-profile=" + USUAL + "]");
    column.getByTestId("profile-edit").click();
    admin.part("limit-amount").first().locator("input").fill("40");
    admin.part("profile-save").click();
    assertThat(admin.part("profile-dialog")).hasCount(0);
    assertThat(column.getByTestId("profile-changed")).isVisible();
    assertThat(admin.page().locator("[data-matter='ARRIVAL.fault-repair.TOWN']"))
        .containsText("40 分钟");

    JsonNode after = accept(api, "fault-repair.single-premise");
    assertThat(within(after, "ARRIVAL")).isEqualTo(Duration.ofMinutes(40));
    assertThat(within(order(api, before), "ARRIVAL")).isEqualTo(Duration.ofMinutes(45));
    powerIsDueBackOnceTheCrewIsThere(api, after);
    anotherProfileHolds(admin, api);
    bothAreInTheTrail(admin);
  }

  private static void powerIsDueBackOnceTheCrewIsThere(Api api, JsonNode order) {
    for (String action : new String[] {"dispatch", "acknowledge", "arrive"}) {
      api.send("POST", path(order) + "/" + action, Map.of()).orThrow();
    }
    JsonNode arrived = order(api, order);
    Instant there =
        Instant.parse(
            arrived.path("history").valueStream().toList().getLast().path("at").asString());
    assertThat(Duration.between(there, by(arrived, "RESTORATION"))).isEqualTo(Duration.ofHours(3));
    assertThat(arrived.path("due").toString()).doesNotContain("ARRIVAL");
  }

  private static void anotherProfileHolds(BrowserDesk admin, Api api) {
    assertThat(within(accept(api, "service-request.reconnection"), "RECONNECTION"))
        .isEqualTo(Duration.ofHours(24));
    AdminPage.choose(admin, "choice-profile", "南方电网承诺");
    admin.part("choose").click();
    assertThat(admin.part("valid-profile")).containsText("南方电网承诺");
    assertThat(within(accept(api, "service-request.reconnection"), "RECONNECTION"))
        .isEqualTo(Duration.ofHours(12));
  }

  private static void bothAreInTheTrail(BrowserDesk admin) {
    admin.part("admin-changes").click();
    assertThat(admin.part("change").first()).containsText("时限生效安排");
    Locator changed = admin.part("change").nth(1);
    assertThat(changed).containsText(USUAL);
    changed.getByTestId("change-show").click();
    Locator line = admin.page().locator("[data-field='ARRIVAL.fault-repair.TOWN']");
    assertThat(line).containsText("到达现场 · 故障报修 · 城区");
    assertThat(line).containsText("45 分钟");
    assertThat(line).containsText("40 分钟");
  }

  private static JsonNode accept(Api api, String type) {
    return api.send(
            "POST",
            "/work-orders",
            Map.of(
                "requestId", UUID.randomUUID().toString(),
                "type", type,
                "accountNo", "9900010978",
                "contactName", "测试",
                "contactPhone", "00000010978",
                "address", "示例市样板区演示路101号",
                "area", "TOWN",
                "description", "时限测试"))
        .orThrow();
  }

  private static String path(JsonNode order) {
    return "/work-orders/" + order.path("no").asString();
  }

  private static JsonNode order(Api api, JsonNode order) {
    return api.get(path(order)).orThrow();
  }

  private static Duration within(JsonNode order, String milestone) {
    return Duration.between(
        Instant.parse(order.path("createdAt").asString()), by(order, milestone));
  }

  private static Instant by(JsonNode order, String milestone) {
    return order
        .path("due")
        .valueStream()
        .filter(due -> due.path("milestone").asString().equals(milestone))
        .map(due -> Instant.parse(due.path("by").asString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + milestone + " in " + order));
  }

  /** By the API, so that the house is left as it was found wherever the test ends. */
  private static void putAllBack(Scene scene) {
    try (Desk desk = scene.house().api().signIn(scene.house().account(AdminPage.ADMIN))) {
      Api api = desk.api();
      JsonNode standing = api.get(PROFILES).orThrow();
      for (JsonNode choice : standing.path("choices")) {
        var seen = Map.of("seen", choice.path("profile"));
        api.send("PUT", "/admin/limit-choices/" + choice.path("from").asString(), seen).orThrow();
      }
      for (JsonNode kept : standing.path("profiles")) {
        if (kept.path("changed").asBoolean()) {
          String id = kept.at("/profile/id").asString();
          api.send("PUT", PROFILES + "/" + id, Map.of("seen", kept.path("profile"))).orThrow();
        }
      }
    }
  }
}
