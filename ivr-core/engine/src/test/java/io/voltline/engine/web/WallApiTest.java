package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.QueueDay;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.WallView;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.dispatch.WaitingView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WallApiTest {
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
  void whoMayNotWatchGetsAProblem() throws Exception {
    when(web.people.wall.look(any())).thenThrow(new Refused(Refused.Reason.FORBIDDEN, "not yours"));
    var response = web.get("1001", "/api/v1/wall");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(TestWeb.json(response).at("/type").asString()).isEqualTo("urn:voltline:forbidden");
  }

  @Test
  void theWallIsToldWithCallersMasked() throws Exception {
    var general = new QueueId("general");
    var since = TestWeb.NOW.minusSeconds(3);
    var queue = new QueueView(general, 1, Optional.of(since), 2, 0, 1, 0);
    var call =
        new WaitingView(new CallId("vl1-1.1"), general, since, since.plusSeconds(12), true, false);
    var wall =
        new WallView(
            List.of(TestWeb.agent("1001", Role.AGENT, PhoneKind.WEBRTC)),
            List.of(new WallView.Queue(queue, Optional.of(new QueueDay(general, 9, 8, 2, 1)))),
            List.of(new WallView.Waiting(call, "00000000001")));
    doReturn(wall).when(web.people.wall).look(any());

    var told = TestWeb.json(web.get("2001", "/api/v1/wall"));

    assertThat(told.at("/agents/0/agentNo").asString()).isEqualTo("1001");
    assertThat(told.at("/queues/0/queue").asString()).isEqualTo("general");
    assertThat(told.at("/queues/0/longestWaitSeconds").asDouble()).isEqualTo(3);
    assertThat(told.at("/queues/0/waitingSince").asString()).isEqualTo("2026-11-21T07:59:57Z");
    assertThat(told.at("/queues/0/today/inTime").asInt()).isEqualTo(8);
    assertThat(told.at("/waiting/0/caller").asString()).isEqualTo("000****0001");
    assertThat(told.at("/waiting/0/dueAt").asString()).isEqualTo("2026-11-21T08:00:09Z");
  }
}
