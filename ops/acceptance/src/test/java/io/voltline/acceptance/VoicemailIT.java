package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Messages on tape: an order each, the recording beside the talks, and nothing of whoever hides.
 */
@ExtendWith(RealHouse.class)
class VoicemailIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration OVERFLOWS = Duration.ofSeconds(60);
  private static final int BYTES_A_SECOND = 16_000;

  @Test
  void aMessageIsARecordingOfTheCallAndOfItsOrder(Scene scene) {
    Visitor caller = scene.calls("00000020071").presses("10");
    leavesMessage(scene, caller, OVERFLOWS);
    JsonNode call =
        caller.story(
            "the message",
            it ->
                !it.at("/recordings/0/sha256").isMissingNode()
                    && !it.at("/workOrders/0").isMissingNode());
    assertThat(call.path("endReason").asString()).isEqualTo("VOICEMAIL");
    JsonNode recording = call.at("/recordings/0");
    assertThat(recording.path("kind").asString()).isEqualTo("VOICEMAIL");
    assertThat(recording.path("seconds").asDouble()).isGreaterThan(1);
    assertThat(recording.path("workOrderNo")).isEqualTo(call.at("/workOrders/0"));

    JsonNode order = order(scene.watcher(), recording.path("workOrderNo").asString());
    assertThat(order.path("source").asString()).isEqualTo("VOICEMAIL");
    assertThat(order.path("callId")).isEqualTo(call.path("callId"));
    assertThat(order.path("recordings").values()).containsExactly(recording.path("id"));
    assertThat(
            scene
                .watcher()
                .api()
                .get("/recordings?workOrderNo=" + order.path("no").asString())
                .orThrow()
                .at("/recordings/0/id"))
        .isEqualTo(recording.path("id"));

    String id = recording.path("id").asString();
    var audio = scene.watcher().audio(id, "");
    assertThat(audio.statusCode()).isEqualTo(200);
    assertThat(audio.body())
        .hasSize(recording.path("bytes").asInt())
        .hasSizeGreaterThan(BYTES_A_SECOND);
    Seat agent = scene.seat("1011", Manner.WAITS);
    assertThat(agent.desk().audio(id, "").statusCode()).as("no talk of the agent's").isEqualTo(403);
  }

  @Test
  void anAnonymousTipOffTellsNothingOfWhoeverLeftIt(Scene scene) {
    Visitor caller = scene.calls("00000020072").presses("1521");
    leavesMessage(scene, caller, SOON);
    JsonNode call = caller.story("the end", it -> it.has("endedAt"));
    String callId = call.path("callId").asString();

    JsonNode order =
        await("the recording of the order")
            .atMost(SOON)
            .until(
                () -> newestOrder(scene.watcher()), it -> !it.at("/recordings/0").isMissingNode());
    assertThat(order.path("type").asString()).isEqualTo("tip-off");
    assertThat(order.toString()).doesNotContain(callId, "00000020072");
    String id = order.at("/recordings/0").asString();
    JsonNode recording =
        await("the audio")
            .atMost(SOON)
            .until(
                () -> scene.watcher().api().get("/recordings/" + id).orThrow(),
                it -> it.has("sha256"));
    assertThat(recording.path("kind").asString()).isEqualTo("VOICEMAIL");
    assertThat(recording.toString()).doesNotContain(callId, "00000020072");
    assertThat(scene.watcher().audio(id, "").statusCode()).isEqualTo(200);
    JsonNode later = scene.watcher().call(callId);
    assertThat(later.path("recordings")).isEmpty();
    assertThat(later.path("workOrders")).isEmpty();
  }

  /** Speaks after the tone and hangs up when the switch has more than a second of it. */
  private static void leavesMessage(Scene scene, Visitor caller, Duration patience) {
    Path spool = scene.house().var().resolve("recordings/spool");
    caller.hearsBeep(patience);
    await("a second of it").atMost(SOON).until(() -> messageBytes(spool) > 2 * BYTES_A_SECOND);
    caller.hangUp();
  }

  private static long messageBytes(Path spool) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(spool)) {
      for (Path file : files.filter(it -> it.toString().contains("message-")).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static JsonNode newestOrder(Desk desk) {
    return order(
        desk, desk.api().get("/work-orders?limit=1").orThrow().at("/workOrders/0/no").asString());
  }

  private static JsonNode order(Desk desk, String no) {
    return desk.api().get("/work-orders/" + no).orThrow();
  }
}
