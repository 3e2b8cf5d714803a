package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Answer;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Callers who hang up first are asked by short message, and their reply is the call's rating. */
@ExtendWith(RealHouse.class)
class SurveyIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void whoHangsUpFirstRatesByMessage(Scene scene) {
    String number = "000000%05d".formatted(System.currentTimeMillis() % 100_000);
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    assertThat(reply(scene, number, "1").body().path("taken").asString()).isEqualTo("UNASKED");
    Visitor caller = scene.calls(number).presses("10");
    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());
    caller.hangUp();
    JsonNode call = caller.story("the end", it -> it.has("endedAt"));
    assertThat(call.path("endReason").asString()).isEqualTo("CALLER_HUNG_UP");
    assertThat(call.has("survey")).isFalse();

    await("the question")
        .atMost(SOON)
        .until(
            () -> !reply(scene, number, "多少钱").body().path("taken").asString().equals("UNASKED"));
    Answer unclear = reply(scene, number, "多少钱");
    assertThat(unclear.body().path("taken").asString()).isEqualTo("UNCLEAR");
    assertThat(unclear.body().path("callId")).isEqualTo(call.path("callId"));
    Answer rated = reply(scene, "+86" + number, " ３ ");
    assertThat(rated.body().path("taken").asString()).isEqualTo("RATED");

    JsonNode told = caller.story("the rating", it -> it.has("survey"));
    assertThat(told.path("survey").asInt()).isEqualTo(3);
    assertThat(told.path("surveyBy").asString()).isEqualTo("1011");
    assertThat(told.path("surveyVia").asString()).isEqualTo("SMS");
  }

  private static Answer reply(Scene scene, String from, String text) {
    Answer answer =
        scene.house().api().send("POST", "/sms/inbound", Map.of("from", from, "text", text));
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }
}
