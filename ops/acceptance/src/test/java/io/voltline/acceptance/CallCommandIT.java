package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.testkit.sip.DeskPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RealHouse.class)
class CallCommandIT {
  @Test
  void opsCallTellsTheWholeCallAndEndsOnItsId(Scene scene) {
    String said =
        scene
            .house()
            .ops(
                "call",
                "--from",
                "00000000001",
                "--keys",
                "1,0",
                "--agent",
                "1011",
                "--seconds",
                "3");

    JsonNode call = scene.watcher().call(said.strip().lines().toList().getLast());
    assertThat(said)
        .contains("caller hears speech", "caller presses 0", "answered by 1011", "the agent's tone")
        .contains("recording holds the caller on the left, the agent on the right");
    assertThat(call.path("answerSeconds").asDouble()).isLessThan(12);
    assertThat(call.path("workOrders")).isNotEmpty();
  }

  @Test
  void whoeverIsSignedInAnswers(Scene scene) {
    scene.seat("1012", DeskPhone.Manner.ANSWERS);

    String said = scene.house().ops("call", "--lang", "en", "--seconds", "2");

    JsonNode call = scene.watcher().call(said.strip().lines().toList().getLast());
    assertThat(call.path("answeredBy").asString()).isEqualTo("1012");
    assertThat(call.path("language").asString()).isEqualTo("en");
    assertThat(call.path("endReason").asString()).isEqualTo("CALLER_HUNG_UP");
  }
}
