package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import io.voltline.testkit.house.Api;
import io.voltline.testkit.house.House;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The work order form of an unknown caller, from search to sending, by keys as an agent would. */
@ExtendWith(RealHouse.class)
class WorkOrderFormIT {
  /** Behind the transformer of the line fault, an account that no other test has. */
  private static final String ACCOUNT = "9900010977";

  private static final String SAID = "客户说楼道灯也不亮";

  @Test
  void anUnknownCallersMatterIsFoundJoinedAndSentInTime(Scene scene) {
    House house = scene.house();
    Api api = scene.watcher().api();
    String known = orderOf(api);
    BrowserDesk desk = scene.stays(BrowserDesk.open(house), BrowserDesk::close);
    desk.signIn(house.account("1001"));
    desk.goIdle();
    Visitor caller = scene.calls("00000000093").presses("10");
    desk.inPhase("ringing");
    desk.part("answer").click();
    caller.hearsAgent();
    Keyboard keys = desk.page().keyboard();

    findsTheCustomer(desk, keys);
    asksForWhatTheTypeRequires(desk, keys);
    looksUpWhileTheFormStays(desk, keys);
    joins(desk, keys, api, known);

    desk.part("wo-another").click();
    keys.press("Alt+y");
    keys.type("inquiry.other");
    desk.part("type-inquiry.other").waitFor();
    keys.press("Enter");
    assertThat(desk.part("wo-type")).hasAttribute("data-value", "inquiry.other");
    caller.hangUp();
    assertThat(desk.part("wo-timer")).hasAttribute("data-state", "running");
    desk.part("wo-description").fill("另问营业厅时间");
    keys.press("Alt+s");
    assertThat(desk.part("wo-saved-no")).hasText(Pattern.compile("\\d{14}"));
    assertThat(desk.part("wo-due")).containsText("答复客户");
    JsonNode sent = order(api, desk.part("wo-saved-no").innerText());
    Assertions.assertThat(sent.at("/filing/late").asBoolean(true)).isFalse();
    desk.part("sign-out").click();
  }

  /** An open order of the account, taken in an earlier talk. */
  private static String orderOf(Api api) {
    return api.send(
            "POST",
            "/work-orders",
            Map.of(
                "requestId", UUID.randomUUID().toString(),
                "type", "fault-repair.low-voltage",
                "accountNo", ACCOUNT,
                "contactPhone", "00000010977",
                "address", "示例市样板区演示路100号",
                "area", "TOWN",
                "description", "家中没电"))
        .orThrow()
        .path("no")
        .asString();
  }

  private static void findsTheCustomer(BrowserDesk desk, Keyboard keys) {
    assertThat(desk.part("pop-unknown")).isVisible();
    keys.press("Alt+v");
    keys.type("M00000" + ACCOUNT.substring(5));
    assertThat(desk.part("customer-match")).containsText("演*");
    keys.press("Enter");
    assertThat(desk.part("pop-account")).hasText(ACCOUNT);
    assertThat(desk.part("wo-account")).hasValue(ACCOUNT);
    assertThat(desk.part("wo-address")).not().isEmpty();
  }

  private static void asksForWhatTheTypeRequires(BrowserDesk desk, Keyboard keys) {
    keys.press("Alt+y");
    keys.type("单户");
    desk.part("type-fault-repair.single-premise").waitFor();
    keys.press("Enter");
    assertThat(desk.part("wo-type")).hasAttribute("data-value", "fault-repair.single-premise");
    assertThat(desk.part("wo-promised")).containsText("到达现场");
    desk.part("wo-description").fill(SAID);
    String address = desk.part("wo-address").inputValue();
    desk.part("wo-address").fill("");
    keys.press("Alt+s");
    assertThat(desk.part("wo-form")).containsText("该业务类型须填写地址");
    assertThat(desk.part("wo-saved-no")).hasCount(0);
    desk.part("wo-address").fill(address);
  }

  private static void looksUpWhileTheFormStays(BrowserDesk desk, Keyboard keys) {
    keys.press("Alt+g");
    keys.type("阶梯");
    assertThat(desk.part("kb-result").first()).hasAttribute("data-id", "tiered-tariff");
    keys.press("Enter");
    assertThat(desk.part("kb-article")).containsText("第一档");
    assertThat(desk.part("wo-description")).hasValue(SAID);
    keys.press("Escape");
    keys.press("Alt+p");
    keys.type("5000");
    assertThat(desk.part("tariff-cost").first()).containsText("元");
    desk.part("tariff-account").fill("");
    assertThat(desk.part("tariff-cost").first()).containsText("2852.00");
  }

  /** Urges the account's own order by a key, then has the next form linked to the outage. */
  private static void joins(BrowserDesk desk, Keyboard keys, Api api, String known) {
    assertThat(desk.part("same-urge").first()).isVisible();
    assertThat(desk.part("same-outage")).isVisible();
    keys.press("Alt+j");
    assertThat(desk.part("wo-done")).containsText("催办");
    assertThat(desk.part("wo-saved-no")).hasText(known);
    Assertions.assertThat(order(api, known).path("history").toString())
        .contains("\"urge\"")
        .contains(SAID);
    desk.part("wo-another").click();
    desk.part("same-outage").click();
    assertThat(desk.part("wo-done")).containsText("主工单");
    Assertions.assertThat(
            order(api, desk.part("wo-saved-no").innerText()).path("history").toString())
        .contains("\"link\"")
        .contains(ACCOUNT);
  }

  private static JsonNode order(Api api, String no) {
    return api.get("/work-orders/" + no).orThrow();
  }
}
