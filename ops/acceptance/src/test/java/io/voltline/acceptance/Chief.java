package io.voltline.acceptance;

import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Account;
import io.voltline.testkit.house.Answer;
import io.voltline.testkit.house.Api;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A supervisor with a phone on the desk, and a tone for a voice. */
record Chief(Desk desk, DeskPhone phone) {
  /** The own voice. */
  static final int TONE = 660;

  static final String NUMBER = "2003";

  private static final Duration SOON = Duration.ofSeconds(20);

  static Chief of(Scene scene) {
    return of(scene, Manner.ANSWERS);
  }

  static Chief of(Scene scene, Manner manner) {
    Account account = scene.house().account(NUMBER);
    Desk desk = scene.stays(scene.house().api().signIn(account), Desk::close);
    DeskPhone phone = scene.stays(scene.house().phone(account, manner), DeskPhone::close);
    Talkers.speaks(phone.audio(), TONE);
    await("the phone").atMost(SOON).until(() -> reachable(desk));
    return new Chief(desk, phone);
  }

  private static boolean reachable(Desk desk) {
    return desk.agents().stream()
        .anyMatch(
            it ->
                it.path("agentNo").asString().equals(NUMBER)
                    && it.path("phoneReachable").asBoolean());
  }

  Api api() {
    return desk.api();
  }

  Answer watches(HeldTalk talk, String kind) {
    return api()
        .send(
            "PUT",
            talk.path("supervision"),
            Map.of("agentNo", talk.agent().desk().agent().agentNo(), "kind", kind));
  }

  Answer picksUp(String callId) {
    return api().send("POST", "/calls/" + callId + "/pick", Map.of("agentNo", NUMBER));
  }

  /** In what way the server says the own phone is in this talk; empty text when it is not. */
  String kind(HeldTalk talk) {
    JsonNode own = api().get("/supervision").orThrow().path("supervision");
    return own.path("callId").asString("").equals(talk.callId()) ? own.path("kind").asString() : "";
  }

  /** What is kept of this call, the newest first. */
  List<String> acts(String callId) {
    return StreamSupport.stream(api().get("/audit").orThrow().path("acts").spliterator(), false)
        .filter(act -> act.path("callId").asString("").equals(callId))
        .map(act -> act.path("act").asString() + " " + act.path("whom").asString())
        .toList();
  }
}
