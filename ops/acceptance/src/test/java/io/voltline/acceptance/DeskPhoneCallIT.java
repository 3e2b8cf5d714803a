package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Ear;
import io.voltline.testkit.audio.Wav;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RealHouse.class)
class DeskPhoneCallIT {
  @Test
  void oneCallFromDiallingToWorkOrder(Scene scene) throws Exception {
    Seat agent = scene.seat("1011", DeskPhone.Manner.ANSWERS);
    Visitor caller = scene.calls("00000000001").presses("10");
    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());
    assertThat(caller.audio().ear().secondsOf(Visitor.TONE)).as("own echo").isZero();

    agent.phone().hangUp();
    caller.presses("1");
    await("the caller being let go").until(caller::isOver);
    JsonNode ended = caller.story("its end", call -> call.has("endedAt"));
    String order = agent.writeWorkOrder(ended).path("no").asString();
    JsonNode call =
        caller.story(
            "its recording and its work order",
            it ->
                it.at("/recordings/0/status").asString("").equals("FINISHED")
                    && !it.path("workOrders").isEmpty());

    assertThat(call.path("caller").asString()).isEqualTo("00000000001");
    assertThat(call.path("accountNo").asString()).isEqualTo("9900000001");
    assertThat(call.path("flowPath")).map(node -> node.path("key").asString("")).contains("1", "0");
    assertThat(call.path("queue").asString()).isEqualTo("general");
    assertThat(call.path("offers"))
        .singleElement()
        .satisfies(
            offer -> {
              assertThat(offer.path("agentNo").asString()).isEqualTo("1011");
              assertThat(offer.path("outcome").asString()).isEqualTo("ANSWERED");
            });
    assertThat(call.path("answeredBy").asString()).isEqualTo("1011");
    assertThat(call.path("answerSeconds").asDouble()).isBetween(0.0, 12.0);
    assertThat(call.path("endReason").asString()).isEqualTo("AGENT_HUNG_UP");
    assertThat(call.path("workOrders")).map(JsonNode::asString).containsExactly(order);
    recordingHoldsBoth(scene, call.at("/recordings/0"));
  }

  private static void recordingHoldsBoth(Scene scene, JsonNode recording) throws Exception {
    HttpResponse<byte[]> whole = scene.watcher().audio(recording.path("id").asString(), "");
    Wav wav = Wav.parse(whole.body());

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole.body())))
        .isEqualTo(recording.path("sha256").asString());
    assertThat(recording.path("bytes").asInt()).isEqualTo(whole.body().length);
    assertThat(recording.path("seconds").asDouble()).isCloseTo(wav.seconds(), within(0.1));
    assertThat(wav.channels()).hasSize(2);
    assertThat(listenTo(wav.channels().get(0)).secondsOf(Visitor.TONE))
        .as("caller, left")
        .isGreaterThan(1.5);
    assertThat(listenTo(wav.channels().get(0)).secondsOf(Seat.TONE))
        .as("agent on the left")
        .isZero();
    assertThat(listenTo(wav.channels().get(1)).secondsOf(Seat.TONE))
        .as("agent, right")
        .isGreaterThan(1.5);
    assertThat(listenTo(wav.channels().get(1)).secondsOf(Visitor.TONE))
        .as("caller on the right")
        .isZero();

    HttpResponse<byte[]> part =
        scene.watcher().audio(recording.path("id").asString(), "bytes=100-199");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, 200));
    assertThat(part.headers().firstValue("Content-Range"))
        .contains("bytes 100-199/" + whole.body().length);
    assertThat(
            scene.watcher().audio(recording.path("id").asString(), "bytes=999999999-").statusCode())
        .isEqualTo(416);
  }

  private static Ear listenTo(short[] channel) {
    Ear ear = new Ear();
    ear.hear(channel);
    return ear;
  }
}
