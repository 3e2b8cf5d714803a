package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltline.testkit.house.Answer;
import io.voltline.testkit.house.Api;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What supervisors who take a caller see and write, and who of them gets the caller. */
@ExtendWith(RealHouse.class)
class TakenCallerIT {
  private static final String OWN = "2002";
  private static final String SAID = "客户说电表箱发烫";
  private static final int CALLER = Visitor.TONE;
  private static final int AGENT = Seat.TONE;

  /** The voice in the page, beside that of {@link Chief}. */
  private static final int IN_PAGE = 850;

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final LocatorAssertions.HasAttributeOptions WITHIN =
      new LocatorAssertions.HasAttributeOptions().setTimeout(20_000);

  @Test
  void whoTakesAWaitingCallerSeesTheCustomerAndWritesTheOrder(Scene scene) {
    busyAgent(scene);
    Visitor caller = waits(scene, "00000000002");
    BrowserDesk wall = wall(scene);
    take(wall, caller);
    assertThat(wall.part("pop-customer")).isVisible();
    assertThat(wall.part("pop-caller")).hasText("00000000002");
    assertThat(wall.part("pop-credit")).not().isEmpty();
    assertThat(wall.part("wo-form")).hasAttribute("data-call-id", caller.callId());
    String account = wall.part("pop-account").innerText();
    assertThat(wall.part("wo-account")).hasValue(account);
    talks(wall, caller);

    wall.part("wo-description").fill(SAID);
    wall.page().reload();
    assertThat(wall.part("pop-account")).hasText(account);
    assertThat(wall.part("wo-description")).hasValue(SAID);
    assertThat(wall.part("supervision")).hasAttribute("data-call", "connected", WITHIN);
    wall.page().keyboard().press("Alt+l");
    assertThat(wall.part("taken-panel")).hasCount(0);
    wall.page().keyboard().press("Alt+l");
    assertThat(wall.part("wo-description")).hasValue(SAID);

    wall.part("supervision-leave").click();
    assertThat(wall.part("supervision")).hasCount(0);
    assertThat(wall.part("taken-done")).isVisible();
    sends(wall);
    JsonNode order = orders(scene, caller.callId()).path(0);
    Assertions.assertThat(order.path("createdBy").asString()).isEqualTo(OWN);
    Assertions.assertThat(order.path("accountNo").asString()).isEqualTo(account);
    Assertions.assertThat(order.path("description").asString()).isEqualTo(SAID);
    wall.part("taken-done").click();
    assertThat(wall.part("taken")).hasCount(0);
    goes(wall, caller);
  }

  @Test
  void whoListensSeesTheCustomerAndWhoThenInterceptsHasTheForm(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    BrowserDesk wall = wall(scene);
    act(wall, "MONITOR");
    assertThat(wall.part("supervision")).hasAttribute("data-kind", "MONITOR", WITHIN);
    assertThat(wall.part("taken")).hasAttribute("data-call-id", talk.callId());
    assertThat(wall.part("taken-panel")).hasCount(0);
    wall.page().keyboard().press("Alt+l");
    assertThat(wall.part("pop-caller")).isVisible();
    assertThat(wall.part("wo-form")).hasCount(0);

    act(wall, "INTERCEPT");
    assertThat(wall.part("supervision")).hasAttribute("data-kind", "INTERCEPT", WITHIN);
    assertThat(wall.part("wo-form")).hasAttribute("data-call-id", talk.callId());
    talks(wall, talk.caller());
    wall.part("wo-description").fill(SAID);
    wall.page().reload();
    assertThat(wall.part("supervision")).hasAttribute("data-kind", "INTERCEPT", WITHIN);
    assertThat(wall.part("wo-form")).hasAttribute("data-call-id", talk.callId());
    assertThat(wall.part("wo-description")).hasValue(SAID);
    talks(wall, talk.caller());
    talk.caller().hangUp();
    assertThat(wall.part("wo-timer")).isVisible();
    assertThat(wall.part("supervision")).hasCount(0);

    wall.page().reload();
    assertThat(wall.part("wo-description")).hasValue(SAID);
    sends(wall);
    Assertions.assertThat(orders(scene, talk.callId()).path(0).path("createdBy").asString())
        .isEqualTo(OWN);
    wall.part("sign-out").click();
  }

  @Test
  void onlyWhoeverTookTheCallerIsShownIt(Scene scene) {
    busyAgent(scene);
    Chief chief = Chief.of(scene);
    Visitor caller = waits(scene, "00000000002");
    chief.picksUp(caller.callId()).orThrow();
    Talkers.hearsOnly("the caller", caller.audio(), Chief.TONE);
    JsonNode shown = currentCall(chief.api());
    Assertions.assertThat(shown.path("callId").asString()).isEqualTo(caller.callId());
    Assertions.assertThat(shown.at("/customer/accountNo").asString()).isNotEmpty();
    Assertions.assertThat(shown.has("answeredAt")).isTrue();
    Assertions.assertThat(currentCall(scene.watcher().api()).isMissingNode())
        .as("another supervisor")
        .isTrue();
    Seat other = scene.seat("1012", Manner.ANSWERS);
    Assertions.assertThat(currentCall(other.desk().api()).isMissingNode()).as("an agent").isTrue();

    chief.phone().hangUp();
    await("the end of it").atMost(SOON).until(() -> currentCall(chief.api()).isMissingNode());
    caller.presses("1");
    await("the end").atMost(SOON).until(caller::isOver);
  }

  @Test
  void whoInterceptedTakesTheSameAgentInAgain(Scene scene) {
    HeldTalk talk = HeldTalk.begin(scene, "1011");
    Chief chief = Chief.of(scene);
    chief.watches(talk, "INTERCEPT").orThrow();
    Talkers.hearsOnly("the caller", talk.caller().audio(), Chief.TONE);
    await("the agent").atMost(SOON).until(() -> talk.agent().desk().state().equals("ACW"));
    talk.agent().desk().state("IDLE").orThrow();

    chief.api().send("POST", talk.path("consult"), Map.of("agentNo", "1011")).orThrow();
    Talkers.hearsOnly("the agent", talk.agent().phone().audio(), Chief.TONE);
    chief.api().send("POST", talk.path("consult/conference"), Map.of()).orThrow();
    Talkers.hearsBoth("the caller", talk.caller().audio(), AGENT, Chief.TONE);
    Talkers.hearsBoth("the agent", talk.agent().phone().audio(), CALLER, Chief.TONE);
    Talkers.hearsBoth("the supervisor", chief.phone().audio(), CALLER, AGENT);

    chief.phone().hangUp();
    talk.hearEachOther();
  }

  @Test
  void ofTwoWhoTakeACallerAtOnceOneHasItAndTheOtherIsToldWhoThatIs(Scene scene) {
    busyAgent(scene);
    Chief chief = Chief.of(scene);
    BrowserDesk wall = wall(scene);
    Visitor caller = waits(scene, "00000000097");
    String callId = caller.callId();
    openActs(wall, callId);
    var other = CompletableFuture.supplyAsync(() -> chief.picksUp(callId));
    wall.part("act-take").click();
    Answer told = other.join();
    if (told.status() == 409) {
      Assertions.assertThat(told.body().path("type").asString()).isEqualTo("urn:voltline:taken");
      Assertions.assertThat(told.body().path("agentNo").asString()).isEqualTo(OWN);
      talks(wall, caller);
      assertThat(wall.part("pop-caller")).hasText("00000000097");
      Assertions.assertThat(chief.phone().rings()).isEmpty();
      Assertions.assertThat(chief.phone().stage()).isEqualTo(Stage.IDLE);
    } else {
      told.orThrow();
      assertThat(wall.page().locator(".el-message"))
          .containsText("工号 " + Chief.NUMBER + " 已先接听该客户");
      Talkers.hearsOnly("the caller", caller.audio(), Chief.TONE);
      Talkers.hearsOnly("the supervisor", chief.phone().audio(), CALLER);
      assertThat(wall.part("supervision")).hasCount(0);
      assertThat(wall.part("taken")).hasCount(0);
    }
    caller.hangUp();
    await("the phone").atMost(SOON).until(() -> chief.phone().stage() == Stage.IDLE);
    assertThat(wall.part("supervision")).hasCount(0);
    Assertions.assertThat(chief.acts(callId)).containsExactly("PICK_UP ");
    wall.part("sign-out").click();
  }

  @Test
  void whoComesAfterIsToldWhoTalks(Scene scene) {
    busyAgent(scene);
    Chief chief = Chief.of(scene, Manner.WAITS);
    BrowserDesk wall = wall(scene);
    Visitor caller = waits(scene, "00000000097");
    take(wall, caller);
    Answer told = chief.picksUp(caller.callId());
    Assertions.assertThat(List.of(told.status(), told.body().path("agentNo").asInt()))
        .containsExactly(409, Integer.parseInt(OWN));
    talks(wall, caller);
    Assertions.assertThat(chief.picksUp(caller.callId()).status()).isEqualTo(409);
    Assertions.assertThat(chief.phone().rings()).isEmpty();
    wall.part("supervision-leave").click();
    goes(wall, caller);
  }

  private static BrowserDesk wall(Scene scene) {
    BrowserDesk wall =
        scene.stays(BrowserDesk.speaking(scene.house(), IN_PAGE), BrowserDesk::close);
    wall.signIn(scene.house().account(OWN));
    return wall;
  }

  private static void busyAgent(Scene scene) {
    scene.seat("1011", Manner.WAITS).desk().state("BUSY").orThrow();
  }

  /** A caller in line for whom there is nobody. */
  private static Visitor waits(Scene scene, String from) {
    Visitor caller = scene.calls(from).presses("10");
    caller.story("its place", it -> it.has("queuedAt"));
    return caller;
  }

  private static void openActs(BrowserDesk wall, String callId) {
    Locator row =
        wall.page().locator("[data-testid='waiting-call'][data-call-id='" + callId + "']");
    row.getByTestId("call-acts-open").click();
  }

  private static void take(BrowserDesk wall, Visitor caller) {
    openActs(wall, caller.callId());
    wall.part("act-take").click();
  }

  private static void act(BrowserDesk wall, String act) {
    wall.part("wall-search").fill("1011");
    wall.part("agent-acts-open").click();
    wall.part("act-" + act).click();
    if (act.equals("INTERCEPT")) {
      wall.part("act-sure").click();
    }
  }

  /** The caller and the phone in the page hear each other. */
  private static void talks(BrowserDesk wall, Visitor caller) {
    assertThat(wall.part("supervision")).hasAttribute("data-call", "connected", WITHIN);
    Talkers.hearsOnly("the caller", caller.audio(), IN_PAGE);
    await("the supervisor hearing the caller").atMost(SOON).until(() -> wall.hears(CALLER));
  }

  private static void sends(BrowserDesk wall) {
    wall.page().keyboard().press("Alt+s");
    assertThat(wall.part("wo-saved-no")).hasText(Pattern.compile("\\d{14}"));
  }

  private static void goes(BrowserDesk wall, Visitor caller) {
    caller.presses("1");
    await("the end").atMost(SOON).until(caller::isOver);
    wall.part("sign-out").click();
  }

  private static JsonNode orders(Scene scene, String callId) {
    return scene.watcher().api().get("/work-orders?callId=" + callId).orThrow().path("workOrders");
  }

  private static JsonNode currentCall(Api api) {
    return api.get("/sessions/current").orThrow().path("currentCall");
  }
}
