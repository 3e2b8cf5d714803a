package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.broadcast.Audience;
import io.voltline.domain.broadcast.Broadcast;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.net.http.HttpRequest;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.ValueSource;

final class BroadcastApiTest {
  private static final String ALL = "/api/v1/broadcasts";
  private static final String MINE = "/api/v1/agents/me/broadcasts";
  private static final String SENT =
      "\"id\":7,\"text\":\"台区检修\",\"level\":\"URGENT\",\"queue\":\"general\",\"by\":\"2001\","
          + "\"at\":\"2026-11-21T08:00:00Z\",\"until\":\"2026-11-21T09:00:00Z\"";
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
  }

  @BeforeEach
  void nothingWasSent() {
    reset(web.floor.broadcasts);
    when(web.people.agents.agents())
        .thenReturn(
            List.of(
                TestWeb.agent("1001", Role.AGENT, PhoneKind.WEBRTC),
                TestWeb.agent("2001", Role.SUPERVISOR, PhoneKind.WEBRTC)));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void aSupervisorTellsAQueuesAgentsSomething() throws Exception {
    when(web.floor.broadcasts.add(any(), any(), any())).thenReturn(broadcast());
    var sent =
        web.post(
            "2001",
            ALL,
            "{\"text\":\"台区检修\",\"level\":\"URGENT\",\"queue\":\"general\","
                + "\"until\":\"2026-11-21T17:00:00+08:00\"}");
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(sent.body())
        .isEqualTo(
            "{" + SENT + ",\"read\":[],\"unread\":[{\"agentNo\":\"1001\",\"name\":\"测试1001\"}]}");
    verify(web.floor.broadcasts)
        .add(
            new Broadcast.Wish(
                "台区检修",
                Broadcast.Level.URGENT,
                new Audience.QueueAgents(new QueueId("general")),
                Optional.of(TestWeb.NOW.plusSeconds(3600))),
            new AgentNo("2001"),
            TestWeb.NOW);
  }

  @Test
  void theTallyNamesWhoHasReadIt() throws Exception {
    when(web.floor.broadcasts.since(any(), anyInt())).thenReturn(List.of(broadcast()));
    when(web.floor.broadcasts.readers(any()))
        .thenReturn(Map.of(7L, Map.of(new AgentNo("1001"), TestWeb.NOW)));
    assertThat(web.get("9001", ALL).body())
        .isEqualTo(
            "{\"broadcasts\":[{"
                + SENT
                + ",\"read\":[{\"agentNo\":\"1001\",\"name\":\"测试1001\","
                + "\"at\":\"2026-11-21T08:00:00Z\"}],\"unread\":[]}]}");
  }

  @Test
  void anAgentIsToldWhatIsUnreadAndConfirmsIt() throws Exception {
    when(web.floor.broadcasts.unread(any(), any())).thenReturn(List.of(broadcast()));
    when(web.floor.broadcasts.find(7, TestWeb.NOW)).thenReturn(Optional.of(broadcast()));
    assertThat(web.get("1001", MINE).body()).isEqualTo("{\"broadcasts\":[{" + SENT + "}]}");
    assertThat(web.get("2001", MINE).body()).isEqualTo("{\"broadcasts\":[]}");
    assertThat(post("1001", ALL + "/7/read")).isEqualTo(204);
    verify(web.floor.broadcasts).read(7, new AgentNo("1001"), TestWeb.NOW);
    assertThat(post("1001", ALL + "/8/read")).isEqualTo(404);
    assertThat(post("2001", ALL + "/7/read")).isEqualTo(404);
  }

  @Test
  void whatIsWithdrawnTwiceIsNotThereTheSecondTime() throws Exception {
    when(web.floor.broadcasts.withdraw(anyLong(), any(), any())).thenReturn(true, false);
    assertThat(post("2001", ALL + "/7/withdraw")).isEqualTo(204);
    assertThat(post("2001", ALL + "/7/withdraw")).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "3001"})
  void onlySupervisorsAndAdministratorsMay(String who) throws Exception {
    String body = "{\"text\":\"x\",\"level\":\"PLAIN\"}";
    assertThat(web.post(who, ALL, body).statusCode()).isEqualTo(403);
    assertThat(web.get(who, ALL).statusCode()).isEqualTo(403);
    assertThat(post(who, ALL + "/7/withdraw")).isEqualTo(403);
    verify(web.floor.broadcasts, never()).add(any(), any(), any());
    verify(web.floor.broadcasts, never()).withdraw(anyLong(), any(), any());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | text  | {\"level\":\"PLAIN\"}",
        "400 | text  | {\"text\":\"\",\"level\":\"PLAIN\"}",
        "422 | text  | {\"text\":\" \",\"level\":\"PLAIN\"}",
        "400 | level | {\"text\":\"x\",\"level\":\"LOUD\"}",
        "422 | queue | {\"text\":\"x\",\"level\":\"PLAIN\",\"queue\":\"gone\"}",
        "400 | queue | {\"text\":\"x\",\"level\":\"PLAIN\",\"queue\":\"No queue\"}",
        "400 | queue | {\"text\":\"x\",\"level\":\"PLAIN\",\"queue\":\"general\",\"agentNo\":\"1001\"}",
        "422 | agentNo | {\"text\":\"x\",\"level\":\"PLAIN\",\"agentNo\":\"1999\"}",
        "422 | agentNo | {\"text\":\"x\",\"level\":\"PLAIN\",\"agentNo\":\"2001\"}",
        "422 | until | {\"text\":\"x\",\"level\":\"PLAIN\",\"until\":\"2026-11-21T08:00:00Z\"}",
        "400 | until | {\"text\":\"x\",\"level\":\"PLAIN\",\"until\":\"tomorrow\"}",
      })
  void whatCannotBeMeantIsRefusedByName(int status, String field, String body) throws Exception {
    var refused = web.post("2001", ALL, body);
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(TestWeb.json(refused).at("/type").asString()).isEqualTo("urn:voltline:validation");
    assertThat(TestWeb.json(refused).at("/detail").asString()).contains(field);
    verify(web.floor.broadcasts, never()).add(any(), any(), any());
  }

  @Test
  void aTextOf301CharactersIsTooLong() throws Exception {
    String body = "{\"text\":\"" + "字".repeat(301) + "\",\"level\":\"PLAIN\"}";
    assertThat(web.post("2001", ALL, body).statusCode()).isEqualTo(400);
  }

  private int post(String who, String path) throws Exception {
    return web.send(web.as(who, path).POST(HttpRequest.BodyPublishers.noBody())).statusCode();
  }

  private static Broadcast broadcast() {
    return new Broadcast(
        7,
        "台区检修",
        Broadcast.Level.URGENT,
        new Audience.QueueAgents(new QueueId("general")),
        new AgentNo("2001"),
        TestWeb.NOW,
        TestWeb.NOW.plusSeconds(3600),
        Optional.empty());
  }
}
