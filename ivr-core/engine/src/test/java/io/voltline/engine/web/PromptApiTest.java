package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.Language;
import io.voltline.engine.admin.HousePrompt;
import io.voltline.engine.speech.PromptKey;
import io.voltline.engine.speech.PromptSounds;
import io.voltline.testkit.audio.Wav;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PromptApiTest {
  private static final String PROMPTS = "/api/v1/admin/prompts";
  private static final String WELCOME = PROMPTS + "/welcome/";
  private static final PromptKey ZH = new PromptKey("welcome", Language.ZH);
  private static byte[] hum = {};
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
    for (String one : List.of("zh", "prompts/zh", "prompts/en")) {
      Files.createDirectories(web.folder.resolve(one).resolve("voltline"));
    }
    Files.createDirectories(web.folder.resolve("prompts/kept"));
    Files.write(web.folder.resolve("zh/voltline/welcome.alaw"), new byte[800]);
    var samples = new short[8_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * 400 * i / samples.length));
    }
    Path file = folder.resolve("hum.wav");
    Wav.mono(samples).write(file);
    hum = Files.readAllBytes(file);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @BeforeEach
  void usual() throws IOException {
    clearInvocations(web.administration.prompts);
    when(web.administration.prompts.set(any(), any(), any(), any(), any(), any())).thenReturn(true);
    when(web.administration.prompts.all()).thenReturn(List.of());
    when(web.administration.voice.name()).thenReturn("hum");
    doReturn(hum).when(web.administration.voice).speak(any(), any());
  }

  @Test
  void promptsAreToldWithWhatTheHouseHasInTheirPlace() throws Exception {
    var own =
        new HousePrompt(
            ZH,
            "大家好",
            "您好",
            new PromptSounds.Kept("p-1", Duration.ofMillis(1_250)),
            Optional.of("said.wav"),
            TestWeb.NOW,
            "9001");
    when(web.administration.prompts.all()).thenReturn(List.of(own));
    assertThat(web.get("9001", PROMPTS).body())
        .isEqualTo(
            "{\"prompts\":[{\"id\":\"welcome\",\"text\":{\"zh\":\"您好\",\"en\":\"Welcome\"},"
                + "\"changed\":[{\"id\":\"welcome\",\"language\":\"zh\",\"text\":\"大家好\","
                + "\"instead\":\"您好\",\"source\":\"RECORDING\",\"sound\":\"p-1\","
                + "\"recording\":\"said.wav\",\"seconds\":1.25,\"changedAt\":\""
                + TestWeb.NOW
                + "\",\"changedBy\":\"9001\"}]},{\"id\":\"place-{n}\","
                + "\"numbers\":{\"from\":2,\"to\":3},\"text\":{\"zh\":\"第{n}位\","
                + "\"en\":\"Number {n}\"},\"changed\":[]}]}");
  }

  @Test
  void aPromptIsHeardAsItIsPlayed() throws Exception {
    var heard = web.bytes(web.as("9001", WELCOME + "audio/zh"));
    assertThat(heard.headers().firstValue("Content-Type")).contains("audio/wav");
    assertThat(heard.body()).startsWith('R', 'I', 'F', 'F').hasSize(44 + 1_600);
    assertThat(web.bytes(web.as("9001", WELCOME + "audio/zh?sound=product")).body())
        .isEqualTo(heard.body());
    assertThat(web.get("9001", WELCOME + "audio/en").statusCode()).isEqualTo(404);
    assertThat(web.get("9001", WELCOME + "audio/fr").statusCode()).isEqualTo(400);
    assertThat(web.get("9001", PROMPTS + "/..%2Fx/audio/zh").statusCode()).isEqualTo(404);
    assertThat(web.get("9001", WELCOME + "audio/zh?sound=..%2Fx").statusCode()).isEqualTo(422);
  }

  @Test
  void aRecordingIsSentHeardAndCounts() throws Exception {
    var sent = record("9001", hum);
    assertThat(sent.statusCode()).isEqualTo(200);
    String sound = TestWeb.json(sent).path("sound").asString();
    assertThat(TestWeb.json(sent).path("seconds").asDouble()).isBetween(1.1, 1.3);
    assertThat(web.get("9001", WELCOME + "audio/zh?sound=" + sound).statusCode()).isEqualTo(200);
    verify(web.administration.prompts, never()).set(any(), any(), any(), any(), any(), any());

    var changed =
        put(
            "9001",
            "{\"text\":\"大家好\",\"recording\":{\"sound\":\""
                + sound
                + "\",\"name\":\"said.wav\"},\"seen\":\"2026-11-21T08:00:00Z\"}");
    assertThat(changed.statusCode()).isEqualTo(204);
    verify(web.administration.prompts)
        .set(eq(ZH), any(), eq("您好"), eq(Optional.of(TestWeb.NOW)), any(), any());
  }

  @Test
  void aTextIsHeardBeforeItCounts() throws Exception {
    var heard = web.post("9001", WELCOME + "speech/zh", "{\"text\":\"大家好\"}");
    assertThat(heard.statusCode()).isEqualTo(200);
    assertThat(heard.headers().firstValue("Content-Type")).contains("audio/wav");
    verify(web.administration.prompts, never()).set(any(), any(), any(), any(), any(), any());
    assertThat(put("9001", "{\"text\":\"大家好\"}").statusCode()).isEqualTo(204);
    verify(web.administration.prompts)
        .set(eq(ZH), any(), eq("您好"), eq(Optional.empty()), any(), any());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text':' '} | 422 | /text/empty",
        "{} | 400 | text",
        "{'text':'好','seen':'yesterday'} | 400 | seen",
        "{'text':'好','recording':{'sound':'p-1','name':'x.wav'}} | 422 | /recording/gone",
        "{'text':'好','recording':{'sound':'p-1','name':''}} | 400 | name",
        "{'text':'好 | 400 | no JSON",
      })
  void whatCannotBeMeantIsNamed(String json, int status, String place) throws Exception {
    var answer = put("9001", json.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(TestWeb.json(answer).path("detail").asString()).contains(place);
  }

  @Test
  void aTextThatIsTooLongOrARecordingThatIsNoneIsRefused() throws Exception {
    assertThat(put("9001", "{\"text\":\"" + "好".repeat(501) + "\"}").body()).contains("/text/long");
    var none = record("9001", new byte[] {1, 2, 3});
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(TestWeb.json(none).path("detail").asString()).startsWith("/recording/no-wav");
    assertThat(record("9001", new byte[12 * 1024 * 1024 + 1]).statusCode()).isEqualTo(413);
  }

  @Test
  void whoeverWasOvertakenIsTold() throws Exception {
    when(web.administration.prompts.set(any(), any(), any(), any(), any(), any()))
        .thenReturn(false);
    var late = put("9001", "{\"text\":\"大家好\"}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(TestWeb.json(late).path("type").asString()).isEqualTo("urn:voltline:conflict");
    assertThat(putBack("9001", "?seen=2026-11-21T08:00:00Z").statusCode()).isEqualTo(409);
  }

  @Test
  void withoutAVoiceThatIsSaid() throws Exception {
    when(web.administration.voice.speak(any(), any())).thenThrow(new IOException("hoarse"));
    var mute = put("9001", "{\"text\":\"没有声音\"}");
    assertThat(mute.statusCode()).isEqualTo(409);
    assertThat(TestWeb.json(mute).path("type").asString()).isEqualTo("urn:voltline:no-voice");
  }

  @Test
  void theProductsOwnIsPutBack() throws Exception {
    assertThat(putBack("9001", "?seen=2026-11-21T08:00:00Z").statusCode()).isEqualTo(204);
    verify(web.administration.prompts)
        .set(eq(ZH), eq(Optional.empty()), eq("您好"), eq(Optional.of(TestWeb.NOW)), any(), any());
    assertThat(putBack("9001", "?seen=yesterday").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"1001", "2001", "3001"})
  void onlyAdministratorsAreLetIn(String who) throws Exception {
    assertThat(web.get(who, PROMPTS).statusCode()).isEqualTo(403);
    assertThat(web.get(who, WELCOME + "audio/zh").statusCode()).isEqualTo(403);
    assertThat(web.post(who, WELCOME + "speech/zh", "{\"text\":\"好\"}").statusCode())
        .isEqualTo(403);
    assertThat(record(who, hum).statusCode()).isEqualTo(403);
    assertThat(put(who, "{\"text\":\"好\"}").statusCode()).isEqualTo(403);
    assertThat(putBack(who, "").statusCode()).isEqualTo(403);
    verify(web.administration.prompts, never()).set(any(), any(), any(), any(), any(), any());
  }

  private static HttpResponse<String> put(String who, String json) throws Exception {
    return web.send(
        web.as(who, WELCOME + "texts/zh")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  private static HttpResponse<String> putBack(String who, String query) throws Exception {
    return web.send(web.as(who, WELCOME + "texts/zh" + query).DELETE());
  }

  private static HttpResponse<String> record(String who, byte[] wav) throws Exception {
    return web.send(
        web.as(who, WELCOME + "recordings/zh")
            .header("Content-Type", "audio/wav")
            .POST(BodyPublishers.ofByteArray(wav)));
  }
}
