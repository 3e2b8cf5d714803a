package io.voltline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.voltline.testkit.house.Answer;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.House;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What callers are told is changed at {@code /admin}, and put back. */
@ExtendWith(RealHouse.class)
class PromptIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String WELCOME = "/admin/prompts/welcome/texts/zh";

  /** In hertz. */
  private static final int SAID = 600;

  @AfterEach
  void engineBack(House house) {
    house.up();
  }

  @Test
  void aRecordingIsWhatCallersHearUntilItIsPutBack(Scene scene) throws IOException {
    scene.stays("welcome", scene::putsPromptBack);
    BrowserDesk admin = AdminPage.open(scene);
    Locator welcome = find(admin);
    welcome.getByTestId("prompt-edit").click();
    admin.part("prompt-recording").click();
    admin.part("prompt-file").setInputFiles(wav(new byte[] {1, 2, 3}));
    assertThat(admin.part("prompt-problem")).containsText("这不是可以读取的 WAV 文件");
    admin.part("prompt-file").setInputFiles(wav(Tones.wav(scene.house(), SAID)));
    assertThat(admin.part("prompt-recorded")).containsText("tone.wav");
    hearsTheProduct(scene);
    admin.part("prompt-save").click();
    assertThat(admin.part("prompt-dialog")).hasCount(0);
    assertThat(welcome.getByTestId("prompt-changed")).containsText("tone.wav · 9001");
    hearsTheTone(scene);

    scene.house().kill("engine");
    scene.house().up();
    hearsTheTone(scene);

    BrowserDesk again = AdminPage.open(scene);
    Locator kept = find(again);
    assertThat(kept.getByTestId("prompt-changed")).containsText("tone.wav · 9001");
    kept.getByTestId("prompt-edit").click();
    again.part("prompt-back").click();
    again.page().locator(".el-popconfirm__action").getByText("恢复产品原声").click();
    assertThat(again.part("prompt-dialog")).hasCount(0);
    assertThat(kept.getByTestId("prompt-changed")).hasCount(0);
    hearsTheProduct(scene);

    again.part("admin-changes").click();
    again.part("changes-subject").fill("welcome zh");
    again.part("changes-search").click();
    again.part("change").first().getByTestId("change-show").click();
    Locator source = again.page().locator("[data-testid=change-sides] [data-field=source]");
    assertThat(source).containsText("录音");
    assertThat(source).containsText("产品原声");
  }

  @Test
  void aTextIsSpokenByTheVoiceAndNobodyElseMayChangeIt(Scene scene) {
    scene.stays("welcome", scene::putsPromptBack);
    var wish = Map.of("text", "您好，这里是测试");
    assertThat(scene.watcher().api().send("PUT", WELCOME, wish).status()).isEqualTo(403);
    Desk admin = admin(scene);
    admin.api().send("PUT", WELCOME, wish).orThrow();
    Answer late = admin.api().send("PUT", WELCOME, Map.of("text", "您好"));
    assertThat(late.status()).isEqualTo(409);
    JsonNode changed = changed(admin);
    assertThat(changed.path("text").asString()).isEqualTo("您好，这里是测试");
    assertThat(changed.path("source").asString()).isEqualTo("VOICE");
    assertThat(changed.path("changedBy").asString()).isEqualTo(AdminPage.ADMIN);
    Visitor caller = scene.strangerCalls().presses("1");
    goesOn(caller);
    caller.hangUp();
  }

  private static Locator find(BrowserDesk admin) {
    admin.part("admin-prompts").click();
    admin.part("prompts-search").fill("welcome");
    return admin.page().locator("[data-prompt=welcome]").getByTestId("prompt-zh");
  }

  private static FilePayload wav(byte[] bytes) {
    return new FilePayload("tone.wav", "audio/wav", bytes);
  }

  private static void hearsTheTone(Scene scene) {
    Visitor caller = scene.strangerCalls();
    await("the caller hearing the tone")
        .atMost(SOON)
        .until(() -> caller.audio().ear().secondsOf(SAID) >= 1.5);
    caller.hangUp();
  }

  private static void hearsTheProduct(Scene scene) {
    Visitor caller = scene.strangerCalls().presses("1");
    goesOn(caller);
    assertThat(caller.audio().ear().secondsOf(SAID)).isZero();
    caller.hangUp();
  }

  private static void goesOn(Visitor caller) {
    caller.story("being welcomed", it -> it.path("flowPath").toString().contains("\"notice\""));
  }

  private static Desk admin(Scene scene) {
    return scene.stays(
        scene.house().api().signIn(scene.house().account(AdminPage.ADMIN)), Desk::close);
  }

  private static JsonNode changed(Desk admin) {
    return admin.api().get("/admin/prompts").orThrow().at("/prompts/0/changed/0");
  }
}
