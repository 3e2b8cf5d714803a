package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.house.Account;
import io.voltline.testkit.house.Answer;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator does at {@code /admin}, and what becomes of it. */
@ExtendWith(RealHouse.class)
class AdminIT {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Map<String, String> WISH = Map.of("password", "correct4horse");
  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORIZED = 401;
  private static final int UNPROCESSABLE = 422;

  @Test
  void aNewAgentGetsCallsBySkillUntilTheAccountIsActiveNoMore(Scene scene) {
    String agentNo = free(scene);
    BrowserDesk admin = AdminPage.open(scene);
    String password = create(admin, agentNo);
    Desk desk = signIn(scene, agentNo, password);
    String phonePassword = desk.session().at("/sip/password").asString();
    var account = new Account(agentNo, agentNo, "agent", password, phonePassword, "sip");
    // The switch knows the phone no more when the test ends: there is nobody to tell.
    DeskPhone phone =
        scene.stays(scene.house().phone(account, Manner.ANSWERS), DeskPhone::pullThePlug);
    phone.audio().say(Voice.tone(Seat.TONE));
    await("the new phone").atMost(SOON).until(() -> desk.state("IDLE").status() == 200);

    Visitor caller = scene.strangerCalls().presses("10");
    caller.story("its place", it -> it.has("queuedAt"));
    assertThat(desk.state()).isEqualTo("IDLE");
    AdminPage.edit(admin, agentNo);
    AdminPage.choose(admin, "skill-add", "综合");
    AdminPage.save(admin);
    Tones.bothHearEachOther(caller.audio(), phone.audio());
    caller.story("who answered", it -> it.path("answeredBy").asString("").equals(agentNo));

    AdminPage.edit(admin, agentNo);
    admin.part("account-active").click();
    admin.part("account-save").click();
    assertThat(admin.part("account-problem")).isVisible();
    caller.hangUp();
    await("the end of the talk").atMost(SOON).until(() -> desk.state().equals("ACW"));
    AdminPage.save(admin);
    assertThat(desk.api().get("/sessions/current").status()).isEqualTo(UNAUTHORIZED);

    admin.part("admin-changes").click();
    admin.part("changes-subject").fill(agentNo);
    admin.part("changes-search").click();
    Locator changes = admin.part("change");
    assertThat(changes).hasCount(3);
    changes.first().getByTestId("change-show").click();
    Locator active = admin.page().locator("[data-testid=change-sides] [data-field=active]");
    assertThat(active).hasClass(Pattern.compile("differs"));
    assertThat(active).containsText("是");
    assertThat(active).containsText("否");
  }

  @Test
  void aRuleThatIsChangedHoldsForACallerWhoWaits(Scene scene) {
    Seat clerk = scene.seat("1017", Manner.ANSWERS);
    BrowserDesk admin = AdminPage.open(scene);
    admin.part("admin-rules").click();
    Locator general = admin.page().locator("[data-testid=rule][data-queue=general]");
    general.getByTestId("rule-edit").click();
    admin.part("queue-demand").fill("general:9");
    scene.stays(scene, AdminIT::asTheFileSays);
    admin.part("queue-save").click();
    assertThat(general).containsText("已在此修改");

    Visitor caller = scene.strangerCalls().presses("10");
    caller.story("its place", it -> it.has("queuedAt"));
    assertThat(clerk.desk().state()).isEqualTo("IDLE");
    general.getByTestId("rule-back").click();
    admin.page().locator(".el-popconfirm__action").getByText("恢复").last().click();
    assertThat(general).containsText("按设置文件");
    Tones.bothHearEachOther(caller.audio(), clerk.phone().audio());
    caller.story("who answered", it -> it.path("answeredBy").asString("").equals("1017"));
    caller.hangUp();

    admin.part("admin-changes").click();
    admin.part("changes-subject").fill("general");
    admin.part("changes-search").click();
    admin.part("change").first().getByTestId("change-show").click();
    Locator demand = admin.page().locator("[data-testid=change-sides] [data-field=demand]");
    assertThat(demand).containsText("general:9");
    assertThat(demand).containsText("general:1");
  }

  @Test
  void aChangedReasonIsInTheMenuAtOnceAndHeldToItsLongest(Scene scene) {
    BrowserDesk agent = scene.stays(BrowserDesk.open(scene.house()), BrowserDesk::close);
    agent.enter(scene.house().account("1012"));
    agent.part("state-busy").click();
    assertThat(agent.part("busy-reason-MEETING")).isVisible();
    scene.stays(scene, AdminIT::reasonsAsTheProgramHasThem);
    BrowserDesk admin = AdminPage.open(scene);
    admin.part("admin-reasons").click();
    Locator meeting = admin.page().locator("[data-reason=MEETING]");
    meeting.getByTestId("reason-zh").fill("班前会");
    meeting.getByTestId("reason-en").fill("Briefing");
    meeting.getByTestId("reason-longest").getByRole(AriaRole.SPINBUTTON).fill("15");
    admin.part("reasons-save").click();
    assertThat(admin.part("reasons-state")).containsText("已在此修改");

    assertThat(agent.part("busy-reason-MEETING")).containsText("班前会");
    Desk desk = scene.stays(scene.house().api().signIn(scene.house().account("1018")), Desk::close);
    assertThat(busy(desk, 16).status()).isEqualTo(UNPROCESSABLE);
    assertThat(busy(desk, 15).status()).isEqualTo(200);

    admin.part("admin-changes").click();
    admin.part("changes-subject").fill("reasons");
    admin.part("changes-search").click();
    admin.part("change").first().getByTestId("change-show").click();
    Locator name =
        admin.page().locator("[data-testid=change-sides] [data-field='ownName.MEETING']");
    assertThat(name).containsText("班前会 / Briefing");
  }

  private static Answer busy(Desk desk, int minutes) {
    var wish = Map.of("state", "BUSY", "reason", "MEETING", "minutes", minutes);
    return desk.api().send("PUT", "/agents/me/state", wish);
  }

  private static void reasonsAsTheProgramHasThem(Scene scene) {
    try (Desk desk = scene.house().api().signIn(scene.house().account(AdminPage.ADMIN))) {
      var reasons = desk.api().get("/admin/rules").orThrow().path("reasons");
      desk.api().send("PUT", "/admin/rules/reasons", Map.of("seen", reasons)).orThrow();
    }
  }

  @Test
  void aVersionOfAFlowIsTriedAndRolledBack(Scene scene) throws IOException {
    House house = scene.house();
    Path flows = house.var().resolve("engine/flows");
    Path next = flows.resolve("fax.v999.json");
    String now = Files.readString(flows.resolve("fax.json"));
    Files.writeString(next, now.replaceFirst("\"version\": *[0-9]+", "\"version\": 999"));
    scene.stays(next, AdminIT::delete);
    BrowserDesk admin = AdminPage.open(scene);
    admin.part("admin-flows").click();
    Locator fax = admin.page().locator("[data-flow=fax]");
    fax.getByTestId("flow-try").click();
    admin.part("flow-go").click();
    assertThat(fax.getByTestId("flow-trial")).containsText("v999 · 10%");
    assertThat(house.ops("voltline", "flow", "list")).contains("fax: version 999 on 10 %");

    fax.getByTestId("flow-back").click();
    admin.page().locator(".el-popconfirm__action").getByText("回退").click();
    assertThat(fax.getByTestId("flow-trial")).containsText("无");
    assertThat(house.ops("voltline", "flow", "list")).contains("nothing is tried");

    admin.part("admin-changes").click();
    assertThat(admin.page().locator("[data-testid=change][data-subject=fax]")).hasCount(2);
  }

  @Test
  void nobodyElseIsLetIn(Scene scene) {
    for (String who : List.of("1012", "2002", "3001")) {
      Desk desk = scene.stays(scene.house().api().signIn(scene.house().account(who)), Desk::close);
      for (String path : List.of("/admin/accounts", "/admin/flows", "/audit/changes")) {
        assertThat(desk.api().get(path).status()).as(who + " " + path).isEqualTo(FORBIDDEN);
      }
      var made = desk.api().send("PUT", "/admin/accounts/1012/password", WISH);
      assertThat(made.status()).isEqualTo(FORBIDDEN);
    }
  }

  /** A number that nobody has, however often this is run on one house. */
  private static String free(Scene scene) {
    Desk desk =
        scene.stays(
            scene.house().api().signIn(scene.house().account(AdminPage.ADMIN)), Desk::close);
    String all = desk.api().get("/admin/accounts").orThrow().toString();
    for (int number = 1_100; ; number++) {
      if (!all.contains("\"agentNo\":\"" + number + "\"")) {
        return Integer.toString(number);
      }
    }
  }

  private static String create(BrowserDesk admin, String agentNo) {
    admin.part("account-add").click();
    admin.part("account-no").fill(agentNo);
    admin.part("account-name").fill("测试座席" + agentNo);
    AdminPage.choose(admin, "account-phone", "桌面话机");
    admin.part("account-save").click();
    String password = admin.part("password-made").textContent();
    admin.part("account-close").click();
    return password;
  }

  private static Desk signIn(Scene scene, String agentNo, String password) {
    var account = new Account(agentNo, agentNo, "agent", password, "", "sip");
    return scene.stays(scene.house().api().signIn(account), Desk::close);
  }

  private static void asTheFileSays(Scene scene) {
    try (Desk desk = scene.house().api().signIn(scene.house().account(AdminPage.ADMIN))) {
      for (var queue : desk.api().get("/admin/rules").orThrow().path("queues")) {
        String path = "/admin/rules/queues/" + queue.path("queue").asString();
        desk.api().send("PUT", path, Map.of("seen", queue.path("rule"))).orThrow();
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
