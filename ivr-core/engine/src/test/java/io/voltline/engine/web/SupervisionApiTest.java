package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.talk.Supervision;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the wall of a supervisor asks of the own phone. */
final class SupervisionApiTest {
  private static final String OWN = "/api/v1/supervision";
  private static final String TALK = "/api/v1/calls/vl1-1.1/supervision";
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void aSupervisorIsToldTheTalkOrNone() throws Exception {
    doReturn(Optional.empty()).when(web.supervisors).current(any());
    assertThat(web.get("2001", OWN).body()).isEqualTo("{}");

    var talk = new Supervision(new CallId("vl1-1.1"), new AgentNo("1001"), PartKind.WHISPER);
    doReturn(Optional.of(talk)).when(web.supervisors).current(any());
    assertThat(web.get("2001", OWN).body())
        .isEqualTo(
            "{\"supervision\":{\"callId\":\"vl1-1.1\",\"agentNo\":\"1001\",\"kind\":\"WHISPER\"}}");
  }

  @Test
  void whoeverIsNoSupervisorOrHasNoPhoneIsRefused() throws Exception {
    doThrow(new Refused(Refused.Reason.FORBIDDEN, "supervisors only"))
        .when(web.supervisors)
        .current(any());
    assertThat(web.get("1001", OWN).statusCode()).isEqualTo(403);
    assertThat(web.get("nobody", OWN).statusCode()).isEqualTo(401);

    doThrow(new Refused(Refused.Reason.PHONE_NOT_REACHABLE, "the phone is not registered"))
        .when(web.supervisors)
        .watch(any(), any(), any(), any());
    HttpResponse<String> refused =
        web.send(
            web.as("2001", TALK)
                .header("Content-Type", "application/json")
                .PUT(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"agentNo\":\"1001\",\"kind\":\"MONITOR\"}")));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("urn:voltline:phone-not-reachable");
  }

  @Test
  void whoeverComesSecondIsToldWhoWasFirst() throws Exception {
    doThrow(Refused.takenBy(new AgentNo("2002"))).when(web.supervisors).pick(any(), any(), any());
    HttpResponse<String> refused =
        web.post("2001", "/api/v1/calls/vl1-1.1/pick", "{\"agentNo\":\"2001\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(TestWeb.json(refused).at("/type").asString()).isEqualTo("urn:voltline:taken");
    assertThat(TestWeb.json(refused).at("/agentNo").asString()).isEqualTo("2002");
  }
}
