package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RestApiTest {
  private static final String REQUESTS = "/api/v1/rest-requests";
  private static final String ANSWER = REQUESTS + "/1001/answer";
  private static final String MEAL = "{\"reason\":\"MEAL\",\"minutes\":30}";
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
    when(web.day.live.agent(any()))
        .thenAnswer(_ -> Optional.of(TestWeb.agent("1001", Role.AGENT, PhoneKind.WEBRTC).live()));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @AfterEach
  void nothingIsAskedFor() throws Exception {
    assertThat(withdraw().statusCode()).isEqualTo(204);
  }

  @Test
  void anAgentAsksAndASupervisorGrants() throws Exception {
    HttpResponse<String> asked = web.post("1001", REQUESTS, MEAL);
    assertThat(asked.statusCode()).isEqualTo(201);
    assertThat(asked.body())
        .isEqualTo(
            "{\"agentNo\":\"1001\",\"name\":\"测试1001\",\"reason\":\"MEAL\",\"minutes\":30,"
                + "\"askedAt\":\"2026-11-21T08:00:00Z\",\"until\":\"2026-11-21T08:05:00Z\"}");
    assertThat(web.get("2001", REQUESTS).body()).isEqualTo("{\"requests\":[" + asked.body() + "]}");
    assertThat(web.get("1011", REQUESTS).body()).isEqualTo("{\"requests\":[]}");

    assertThat(web.post("2001", ANSWER, "{\"granted\":true}").statusCode()).isEqualTo(204);
    verify(web.day.routing)
        .grant(
            new AgentNo("1001"),
            new StateRequest(AgentState.BUSY, Optional.of(BusyReason.MEAL), OptionalInt.of(30)));
    assertThat(web.post("2001", ANSWER, "{\"granted\":true}").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsWithdrawnIsAskedNoMore() throws Exception {
    web.post("1001", REQUESTS, MEAL);
    assertThat(withdraw().statusCode()).isEqualTo(204);
    assertThat(web.get("2001", REQUESTS).body()).isEqualTo("{\"requests\":[]}");
  }

  @Test
  void onlyAgentsAskAndOnlySupervisorsAnswer() throws Exception {
    assertThat(web.post("2001", REQUESTS, MEAL).statusCode()).isEqualTo(403);
    assertThat(web.post("1011", ANSWER, "{\"granted\":true}").statusCode()).isEqualTo(403);
    assertThat(web.post("3001", ANSWER, "{\"granted\":true}").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\":\"NOT_READY\",\"minutes\":10}",
        "{\"reason\":\"MEAL\",\"minutes\":0}",
        "{\"reason\":\"MEAL\",\"minutes\":241}",
        "{\"reason\":\"MEAL\"}"
      })
  void whatIsNoRestIsNotAskedFor(String body) throws Exception {
    assertThat(web.post("1001", REQUESTS, body).statusCode()).isEqualTo(400);
  }

  @Test
  void whatNeedsNoApprovalIsNotAskedFor() throws Exception {
    var answer = web.post("1001", REQUESTS, "{\"reason\":\"TRAINING\",\"minutes\":10}");
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  private static HttpResponse<String> withdraw() throws Exception {
    return web.send(web.as("1001", REQUESTS).DELETE());
  }
}
