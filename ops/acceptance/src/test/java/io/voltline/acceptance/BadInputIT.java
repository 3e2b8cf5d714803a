package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Answer;
import io.voltline.testkit.house.House;
import io.voltline.testkit.sip.ScriptedCaller;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RealHouse.class)
class BadInputIT {
  @Test
  void aWrongPasswordIs401(House house) {
    Answer answer =
        house.api().send("POST", "/sessions", Map.of("agentNo", "1012", "password", "wrong"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("urn:voltline:invalid-credentials");
  }

  @Test
  void nobodySeesCallsWithoutSigningIn(House house) {
    assertThat(house.api().get("/calls").status()).isEqualTo(401);
  }

  @Test
  void jsonThatIsNoneIs400AndNamesThePlace(House house) {
    Answer answer = house.api().sendText("POST", "/sessions", "{\"agentNo\": \"1012\",\n \"pass");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("detail").asString()).contains("line 2");
  }

  @Test
  void aFieldThatIsMissingIs400AndNamed(House house) {
    Answer answer = house.api().send("POST", "/sessions", Map.of("agentNo", "1012"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("detail").asString()).contains("password");
  }

  @Test
  void aNumberThatIsNotOursIs404(Scene scene) {
    ScriptedCaller caller =
        scene.stays(
            ScriptedCaller.call(scene.house().sip(), "00000000001", "12345"),
            ScriptedCaller::close);

    await().until(() -> caller.stage() == ScriptedCaller.Stage.REFUSED);
    assertThat(caller.refusedWith()).hasValue(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "INVITE",
        """
        INVITE sip:95598@x SIP/2.0
        Via: nonsense
        Content-Length: 99999

        """,
        """
        INVITE sip:95598@x SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKx
        From: <sip:a@x>;tag=1
        To: <sip:95598@x>
        Call-ID: x
        CSeq: 1 INVITE
        Content-Type: application/sdp
        Content-Length: 5

        v=x
        """
      })
  void malformedSipHarmsNobody(String message, Scene scene) throws IOException {
    byte[] bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    try (DatagramSocket socket = new DatagramSocket()) {
      int port = 5_060 + scene.house().offset();
      socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
    }

    Visitor caller = scene.calls("00000000001");
    await("a prompt").until(() -> caller.audio().ear().secondsOfSpeechOrMusic() > 0.5);
  }

  @Test
  void anUnknownAgiScriptIsToldAndTheNextCallIsServed(Scene scene) throws IOException {
    House house = scene.house();
    try (Socket agi = new Socket(InetAddress.getLoopbackAddress(), 4_573 + house.offset())) {
      String environment =
          """
          agi_network: yes
          agi_network_script: nonsense
          agi_request: agi://127.0.0.1/nonsense
          agi_channel: PJSIP/nobody
          agi_uniqueid: 1

          """;
      agi.getOutputStream().write(environment.getBytes(StandardCharsets.US_ASCII));
      agi.setSoTimeout(5_000);
      byte[] said = agi.getInputStream().readNBytes(1);
      assertThat(said.length).as("the engine answers or closes").isLessThanOrEqualTo(1);
    }
    await("the log naming the script").until(() -> EngineLog.of(house).contains("nonsense"));

    Visitor caller = scene.calls("00000000001");
    await("a prompt").until(() -> caller.audio().ear().secondsOfSpeechOrMusic() > 0.5);
  }
}
