package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Ear;
import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.house.Answer;
import io.voltline.testkit.house.Api;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A storm day: the switch, and announcements that somebody said. */
@ExtendWith(RealHouse.class)
class StormIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Half of what a caller waits for the offer of a call-back on a usual day. */
  private static final Duration EARLY = Duration.ofSeconds(15);

  private static final int SAID = 700;
  private static final int UPLOADED = 600;
  private static final long TWO_SECONDS = 2 * 16_000;

  @Test
  void inAStormTheWelcomeIsShortDangerReachesAPersonAndCallBacksAreOfferedAtOnce(Scene scene) {
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    assertThat(agent.desk().api().send("PUT", "/storm", Map.of("mode", "ON")).status())
        .isEqualTo(403);
    assertThat(scene.storm("ON").path("mode").asString()).isEqualTo("ON");

    Visitor danger = scene.strangerCalls().presses("12");
    danger.hearsAgent();
    JsonNode answered = danger.answered();
    assertThat(answered.path("queue").asString()).isEqualTo("danger");
    assertThat(path(answered))
        .containsSubsequence(
            "storm", "storm-welcome", "storm-main", "danger/keep-away", "danger/agent")
        .doesNotContain("welcome", "main");
    agent.phone().hangUp();
    danger.hangUp();
    await("after-call work").atMost(SOON).until(() -> !agent.desk().state().equals("TALKING"));
    agent.desk().state("BUSY").orThrow();

    Visitor waits = scene.calls("00000000096").presses("10");
    JsonNode queued = waits.story("its place", it -> it.has("queuedAt"));
    await("the offer of a call-back")
        .atMost(EARLY)
        .until(
            () ->
                EngineLog.tells(
                    scene.house(), queued.path("callId").asString(), "choose-call-back"));
    waits.hangUp();
  }

  @Test
  void atTheConsoleTheSwitchIsOneCommandAndHoldsForTheNextCall(Scene scene) {
    assertThat(scene.storm("AUTO").path("mode").asString()).isEqualTo("AUTO");
    assertThat(scene.house().ops("voltline", "storm", "on"))
        .contains("storm: on since")
        .contains("switch: ON by console:");
    Api api = scene.watcher().api();
    await("the engine seeing it")
        .atMost(Duration.ofSeconds(5))
        .until(() -> api.get("/storm").orThrow().path("on").asBoolean());
    Visitor first = scene.strangerCalls().presses("1");
    first.story("the storm", it -> path(it).contains("storm-welcome"));
    first.hangUp();

    assertThat(scene.house().ops("voltline", "storm", "auto")).contains("storm: off since");
    await("the engine seeing it")
        .atMost(Duration.ofSeconds(5))
        .until(() -> !api.get("/storm").orThrow().path("on").asBoolean());
    Visitor second = scene.strangerCalls().presses("1");
    second.story("the usual welcome", it -> path(it).contains("welcome"));
    second.hangUp();
    assertThat(scene.house().ops("voltline", "storm", "show")).contains("AUTO by console:");
  }

  @Test
  void anAnnouncementSaidIntoAPhoneIsWhatTheNextCallerHears(Scene scene) throws IOException {
    Seat seat = scene.seat("1011", Manner.ANSWERS);
    seat.phone().audio().say(Voice.tone(SAID));
    Api api = scene.watcher().api();
    String notice = scene.announces();
    api.send(
            "POST",
            "/notices/" + notice + "/recording/by-phone",
            Map.of("language", "zh", "phone", "1011"))
        .orThrow();

    Ear ear = seat.phone().audio().ear();
    Path takes = scene.house().var().resolve("notices");
    await("two seconds being recorded").atMost(SOON).until(() -> longest(takes) > TWO_SECONDS);
    double before = ear.secondsOf(SAID);
    seat.phone().audio().press('#');
    await("hearing what was recorded").atMost(SOON).until(() -> ear.secondsOf(SAID) > before + 1);
    double spoken = ear.secondsOfSpeechOrMusic();
    await("being asked").atMost(SOON).until(() -> ear.secondsOfSpeechOrMusic() - spoken >= 0.5);
    seat.phone().audio().press('1');
    JsonNode kept =
        await("the recording")
            .atMost(SOON)
            .until(
                () -> api.get("/notices/" + notice).orThrow().at("/audio/zh"),
                it -> it.has("seconds"));
    assertThat(kept.path("source").asString()).isEqualTo("PHONE");
    assertThat(kept.path("madeBy").asString()).isEqualTo("2001");
    assertThat(kept.path("seconds").asDouble()).isGreaterThan(1.5);

    Visitor caller = scene.strangerCalls().presses("1");
    await("the caller hearing it")
        .atMost(SOON)
        .until(() -> caller.audio().ear().secondsOf(SAID) >= 1.5);
    caller.hangUp();
  }

  @Test
  void anUploadedAnnouncementIsHeardUntilItIsEnded(Scene scene) throws IOException {
    Api api = scene.watcher().api();
    String notice = scene.announces();
    String audio = "/notices/" + notice + "/audio/en";
    Answer none = api.sendBytes("PUT", audio, "audio/wav", new byte[] {1, 2, 3});
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body().path("detail").asString()).contains("no WAV file");
    api.sendBytes("PUT", audio, "audio/wav", Tones.wav(scene.house(), UPLOADED)).orThrow();

    Visitor caller = scene.strangerCalls().presses("2");
    await("the caller hearing it")
        .atMost(SOON)
        .until(() -> caller.audio().ear().secondsOf(UPLOADED) >= 1.5);
    caller.hangUp();
    JsonNode chinese = toldInChinese(scene);
    assertThat(EngineLog.tells(scene.house(), chinese.path("callId").asString(), "is not there"))
        .isFalse();

    api.send("POST", "/notices/" + notice + "/end", Map.of()).orThrow();
    Visitor later = scene.strangerCalls().presses("20");
    JsonNode call = later.story("the menu", it -> path(it).contains("main"));
    assertThat(path(call)).contains("notice").doesNotContain("tell-notice");
    later.hangUp();
  }

  /** Without a recording in Chinese the voice reads the text. */
  private static JsonNode toldInChinese(Scene scene) {
    Visitor caller = scene.strangerCalls().presses("1");
    JsonNode told = caller.story("being told", it -> path(it).contains("tell-notice"));
    assertThat(caller.audio().ear().secondsOf(UPLOADED)).isZero();
    caller.hangUp();
    return told;
  }

  /** Bytes of the longest take. */
  private static long longest(Path takes) throws IOException {
    try (Stream<Path> files = Files.list(takes)) {
      return files.mapToLong(file -> file.toFile().length()).max().orElse(0);
    }
  }

  private static List<String> path(JsonNode call) {
    return StreamSupport.stream(call.path("flowPath").spliterator(), false)
        .map(node -> node.path("node").asString())
        .toList();
  }
}
