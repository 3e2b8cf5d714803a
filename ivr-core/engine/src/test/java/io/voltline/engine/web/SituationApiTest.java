package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeAudio;
import io.voltline.domain.notice.NoticeId;
import io.voltline.domain.notice.Storm;
import io.voltline.domain.notice.StormMode;
import io.voltline.domain.notice.StormSwitch;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.notice.NoticeSounds;
import io.voltline.engine.notice.RecordingPhone;
import io.voltline.engine.notice.StormBook;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

/** The storm switch and announcements over HTTP. */
final class SituationApiTest {
  private static final Instant NOW = TestWeb.NOW;
  private static final byte[] WAV = {'R', 'I', 'F', 'F', (byte) 0xff, 0, 1};
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @BeforeEach
  void usual() throws Exception {
    clearInvocations(
        web.situation.storm, web.situation.notices, web.situation.sounds, web.situation.phone);
    when(web.situation.storm.read()).thenReturn(stands(StormMode.AUTO));
    when(web.situation.storm.callsSince(any())).thenReturn(7L);
    when(web.situation.storm.changes(anyInt())).thenReturn(List.of());
    when(web.situation.notices.notOver(any())).thenReturn(List.of());
    when(web.situation.notices.find(any())).thenReturn(Optional.empty());
    when(web.situation.notices.find(new NoticeId("a1"))).thenReturn(Optional.of(notice(Map.of())));
    when(web.situation.notices.keep(any(), any(), any(), any(), any())).thenReturn(true);
    doReturn(Duration.ofMillis(4_200)).when(web.situation.sounds).keep(anyString(), any(), any());
    when(web.situation.sounds.take(anyString())).thenReturn("/takes/x");
    when(web.people.agents.agents())
        .thenReturn(
            List.of(
                TestWeb.agent("1011", Role.AGENT, PhoneKind.SIP),
                TestWeb.agent("2001", Role.SUPERVISOR, PhoneKind.WEBRTC)));
    web.situation.watch.look();
  }

  private static StormSwitch stands(StormMode mode) {
    return new StormSwitch(mode, new Storm(false, NOW.minusSeconds(60)), NOW, "2001");
  }

  private static Notice notice(Map<Language, NoticeAudio> audio) {
    return new Notice(
        new NoticeId("a1"),
        new Bilingual("台风预警", "Typhoon"),
        NOW.minusSeconds(60),
        Optional.of(NOW.plusSeconds(60)),
        NOW,
        "2001",
        audio);
  }

  private static HttpResponse<String> put(String agent, String path, String json) throws Exception {
    return web.send(
        web.as(agent, path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  private static HttpResponse<String> upload(String agent, String path, byte[] sound)
      throws Exception {
    return web.send(
        web.as(agent, path)
            .header("Content-Type", "audio/wav")
            .PUT(BodyPublishers.ofByteArray(sound)));
  }

  @Test
  void whoeverIsSignedInSeesHowTheSwitchStands() throws Exception {
    when(web.situation.storm.changes(20))
        .thenReturn(
            List.of(
                new StormBook.Change(NOW, "system", StormMode.AUTO, true, "180 calls in 5 min")));
    assertThat(TestWeb.json(web.get("1001", "/api/v1/storm")).toString())
        .isEqualTo(
            "{\"on\":false,\"since\":\"2026-11-21T08:00:00Z\",\"mode\":\"AUTO\","
                + "\"changedAt\":\"2026-11-21T08:00:00Z\",\"changedBy\":\"2001\","
                + "\"stormyByRate\":false,\"rate\":{\"windowSeconds\":300.0,\"calls\":7,"
                + "\"usualCalls\":15.0,\"beginsAtCalls\":180},\"changes\":[{"
                + "\"at\":\"2026-11-21T08:00:00Z\",\"by\":\"system\",\"mode\":\"AUTO\","
                + "\"stormy\":true,\"why\":\"180 calls in 5 min\"}]}");
  }

  @ParameterizedTest
  @CsvSource({"2001, ON", "9001, OFF", "2001, AUTO"})
  void theSwitchHoldsAtOnce(String agent, StormMode mode) throws Exception {
    when(web.situation.storm.set(eq(mode), any(), any())).thenReturn(stands(mode));
    when(web.situation.storm.read()).thenReturn(stands(mode));
    var answer = put(agent, "/api/v1/storm", "{\"mode\":\"" + mode + "\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(TestWeb.json(answer).path("on").asBoolean()).isEqualTo(mode == StormMode.ON);
    assertThat(web.situation.watch.storm()).isEqualTo(mode == StormMode.ON);
    verify(web.situation.storm).set(eq(mode), argThat(by -> by.name().equals(agent)), eq(NOW));
  }

  @ParameterizedTest
  @CsvSource({"1001", "3001"})
  void othersChangeNothing(String agent) throws Exception {
    assertThat(put(agent, "/api/v1/storm", "{\"mode\":\"ON\"}").statusCode()).isEqualTo(403);
    assertThat(
            web.post(agent, "/api/v1/notices", "{\"text\":{\"zh\":\"台\",\"en\":\"t\"}}")
                .statusCode())
        .isEqualTo(403);
    assertThat(web.post(agent, "/api/v1/notices/a1/end", "").statusCode()).isEqualTo(403);
    assertThat(upload(agent, "/api/v1/notices/a1/audio/zh", WAV).statusCode()).isEqualTo(403);
    assertThat(web.send(web.as(agent, "/api/v1/notices/a1/audio/zh").DELETE()).statusCode())
        .isEqualTo(403);
    assertThat(
            web.post(agent, "/api/v1/notices/a1/recording/by-phone", "{\"language\":\"zh\"}")
                .statusCode())
        .isEqualTo(403);
    verify(web.situation.storm, never()).set(any(), any(), any());
    verify(web.situation.notices, never()).add(any(), any());
    verify(web.situation.notices, never()).keep(any(), any(), any(), any(), any());
    verify(web.situation.phone, never()).record(any(), any(), anyString(), any());
  }

  @ParameterizedTest
  @CsvSource({"{\"mode\":\"MAYBE\"}, 400, mode", "{}, 400, mode", "{\"mode\":, 400, line 1"})
  void aWishThatIsNoneIsRefused(String json, int status, String told) throws Exception {
    var answer = put("2001", "/api/v1/storm", json);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(told);
  }

  @Test
  void withoutTheStoreNothingIsClaimedToBeDone() throws Exception {
    when(web.situation.storm.set(any(), any(), any()))
        .thenThrow(new Unavailable("database", new IllegalStateException()));
    assertThat(put("2001", "/api/v1/storm", "{\"mode\":\"ON\"}").statusCode()).isEqualTo(503);
  }

  @Test
  void aNoticeIsMade() throws Exception {
    var answer =
        web.post(
            "2001",
            "/api/v1/notices",
            "{\"text\":{\"zh\":\"台风预警\",\"en\":\"Typhoon\"},\"until\":\"2026-11-21T18:00:00+08:00\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    var made = ArgumentCaptor.forClass(Notice.class);
    verify(web.situation.notices).add(made.capture(), any());
    assertThat(made.getValue().from()).isEqualTo(NOW);
    assertThat(made.getValue().until()).contains(Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(TestWeb.json(answer).path("phase").asString()).isEqualTo("TOLD");
    assertThat(TestWeb.json(answer).path("createdBy").asString()).isEqualTo("2001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":{\"zh\":\"台风\"}}| 400| en",
        "{\"text\":{\"zh\":\"\",\"en\":\"t\"}}| 400| zh",
        "{\"text\":{\"zh\":\" \",\"en\":\"t\"}}| 422| text",
        "{\"text\":{\"zh\":\"台\",\"en\":\"t\"},\"until\":\"tomorrow\"}| 400| until",
        "{\"text\":{\"zh\":\"台\",\"en\":\"t\"},\"until\":\"2026-11-21T07:00:00Z\"}| 422| until",
        "{\"text\":{\"zh\":\"台\",\"en\":\"t\"},\"from\":\"2026-11-22T07:00:00Z\","
            + "\"until\":\"2026-11-22T06:00:00Z\"}| 422| until"
      })
  void aNoticeThatCannotBeMeantIsRefused(String json, int status, String told) throws Exception {
    var answer = web.post("2001", "/api/v1/notices", json);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(TestWeb.json(answer).path("detail").asString()).contains(told);
    verify(web.situation.notices, never()).add(any(), any());
  }

  @Test
  void noticesAreListedWithTheirRecordings() throws Exception {
    var audio =
        new NoticeAudio("x", Duration.ofMillis(4_200), NoticeAudio.Source.PHONE, NOW, "2001");
    when(web.situation.notices.list(50)).thenReturn(List.of(notice(Map.of(Language.ZH, audio))));
    assertThat(TestWeb.json(web.get("1001", "/api/v1/notices")).at("/notices/0").toString())
        .isEqualTo(
            "{\"id\":\"a1\",\"phase\":\"TOLD\",\"text\":{\"zh\":\"台风预警\",\"en\":\"Typhoon\"},"
                + "\"from\":\"2026-11-21T07:59:00Z\",\"until\":\"2026-11-21T08:01:00Z\","
                + "\"createdAt\":\"2026-11-21T08:00:00Z\",\"createdBy\":\"2001\",\"audio\":{\"zh\":{"
                + "\"seconds\":4.2,\"source\":\"PHONE\",\"madeAt\":\"2026-11-21T08:00:00Z\","
                + "\"madeBy\":\"2001\"}}}");
    assertThat(web.get("1001", "/api/v1/notices/a1").statusCode()).isEqualTo(200);
    assertThat(web.get("1001", "/api/v1/notices/none").statusCode()).isEqualTo(404);
    assertThat(web.get("1001", "/api/v1/notices/no%20id").statusCode()).isEqualTo(404);
  }

  @Test
  void aNoticeIsEndedOnce() throws Exception {
    when(web.situation.notices.end(eq(new NoticeId("a1")), any(), eq(NOW))).thenReturn(true, false);
    assertThat(web.post("2001", "/api/v1/notices/a1/end", "").statusCode()).isEqualTo(200);
    assertThat(web.post("2001", "/api/v1/notices/a1/end", "").statusCode()).isEqualTo(409);
    assertThat(web.post("2001", "/api/v1/notices/none/end", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aSoundIsUploadedAsItIs() throws Exception {
    var big = new byte[1_000_000];
    big[0] = 'R';
    assertThat(upload("2001", "/api/v1/notices/a1/audio/en", big).statusCode()).isEqualTo(200);
    verify(web.situation.sounds).keep(anyString(), eq(big), eq(Duration.ofMinutes(3)));
    verify(web.situation.notices)
        .keep(eq(new NoticeId("a1")), eq(Language.EN), any(), any(), eq(NOW));
  }

  @Test
  void aSoundThatIsNoneOrTooLargeIsRefusedClearly() throws Exception {
    doThrow(new NoticeSounds.Unfit("nothing is said in it"))
        .when(web.situation.sounds)
        .keep(anyString(), any(), any());
    var silent = upload("2001", "/api/v1/notices/a1/audio/en", WAV);
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("nothing is said in it");
    assertThat(upload("2001", "/api/v1/notices/a1/audio/fr", WAV).statusCode()).isEqualTo(400);
    assertThat(upload("2001", "/api/v1/notices/none/audio/en", WAV).statusCode()).isEqualTo(404);
    assertThat(
            upload("2001", "/api/v1/notices/a1/audio/en", new byte[12 * 1024 * 1024 + 1])
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void aLargeBodyOfNobodyIsNotReadAndTheServerServesOn() throws Exception {
    var request =
        web.request("/api/v1/notices/a1/audio/en")
            .header("Content-Type", "audio/wav")
            .PUT(BodyPublishers.ofByteArray(new byte[4 * 1024 * 1024]));
    assertThat(web.send(request).statusCode()).isEqualTo(401);
    assertThat(web.get("1001", "/api/v1/storm").statusCode()).isEqualTo(200);
  }

  @Test
  void aRecordingIsTakenAway() throws Exception {
    when(web.situation.notices.forget(eq(new NoticeId("a1")), eq(Language.ZH), any(), any()))
        .thenReturn(true);
    assertThat(web.send(web.as("2001", "/api/v1/notices/a1/audio/zh").DELETE()).statusCode())
        .isEqualTo(204);
    assertThat(web.send(web.as("2001", "/api/v1/notices/a1/audio/en").DELETE()).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"language\":\"zh\",\"phone\":\"1011\"}| 1011", "{\"language\":\"zh\"}| 2001"})
  void aPhoneIsRungOnWhichItIsRecorded(String json, String phone) throws Exception {
    var answer = web.post("2001", "/api/v1/notices/a1/recording/by-phone", json);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(TestWeb.json(answer).path("phone").asString()).isEqualTo(phone);
    var take = ArgumentCaptor.forClass(RecordingPhone.Take.class);
    verify(web.situation.phone)
        .record(eq(new AgentNo(phone)), take.capture(), eq("/takes/x"), eq(Duration.ofMinutes(3)));
    assertThat(take.getValue().by()).isEqualTo(new AgentNo("2001"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"language\":\"zh\",\"phone\":\"7777\"}| 404",
        "{\"language\":\"fr\"}| 400",
        "{\"phone\":\"1011\"}| 400",
        "{\"language\":\"zh\",\"phone\":\"0000002\"}| 400"
      })
  void aPhoneThatIsNoneIsNotRung(String json, int status) throws Exception {
    assertThat(web.post("2001", "/api/v1/notices/a1/recording/by-phone", json).statusCode())
        .isEqualTo(status);
    verify(web.situation.phone, never()).record(any(), any(), anyString(), any());
  }
}
