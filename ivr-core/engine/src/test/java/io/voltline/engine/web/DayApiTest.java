package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.shift.AgentDay;
import io.voltline.engine.shift.Reminder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DayApiTest {
  private static final String REMINDERS = "/api/v1/reminders";
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final Reminder REMINDER =
      new Reminder(
          7,
          AGENT,
          new Reminder.Wish(
              TestWeb.NOW.plusSeconds(1800),
              new PhoneNumber("00000000001"),
              "核实",
              Optional.of(new CallId("vl1-1.1")),
              Optional.of(new WorkOrderNo("20261121000001"))),
          TestWeb.NOW);
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
  void anAgentSeesTheOwnDayAndNobodyElseHasOne() throws Exception {
    when(web.day.days.of(AGENT, Instant.parse("2026-11-20T16:00:00Z")))
        .thenReturn(
            new AgentDay(
                5,
                4,
                1,
                3,
                4,
                Duration.ofSeconds(402),
                0,
                Duration.ZERO,
                2,
                Map.of(Rating.SATISFIED, 3)));
    assertThat(web.get("1001", "/api/v1/agents/me/day").body())
        .isEqualTo(
            "{\"at\":\"2026-11-21T08:00:00Z\",\"offered\":5,\"answered\":4,\"notTaken\":1,"
                + "\"inTime\":3,\"averageTalkSeconds\":100.5,\"workOrders\":2,\"satisfied\":3,"
                + "\"fair\":0,\"dissatisfied\":0}");
    assertThat(web.get("2001", "/api/v1/agents/me/day").statusCode()).isEqualTo(403);
  }

  @Test
  void anAgentNotesACallAndSeesItsNumber() throws Exception {
    when(web.day.reminders.add(AGENT, REMINDER.wish(), TestWeb.NOW)).thenReturn(REMINDER);
    when(web.day.reminders.open(AGENT, 50)).thenReturn(List.of(REMINDER));
    var added =
        web.post(
            "1001",
            REMINDERS,
            "{\"dueAt\":\"2026-11-21T16:30:00+08:00\",\"number\":\"000 0000 0001\","
                + "\"note\":\" 核实 \",\"callId\":\"vl1-1.1\",\"workOrderNo\":\"20261121000001\"}");
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.body())
        .isEqualTo(
            "{\"id\":7,\"agentNo\":\"1001\",\"dueAt\":\"2026-11-21T08:30:00Z\","
                + "\"number\":\"00000000001\",\"note\":\"核实\",\"callId\":\"vl1-1.1\","
                + "\"workOrderNo\":\"20261121000001\",\"createdAt\":\"2026-11-21T08:00:00Z\"}");
    assertThat(web.get("1001", REMINDERS).body())
        .isEqualTo("{\"reminders\":[" + added.body() + "]}");
  }

  @Test
  void aSupervisorSeesWhatIsOverdueWithoutTheNumber() throws Exception {
    when(web.day.reminders.overdue(TestWeb.NOW, 50)).thenReturn(List.of(REMINDER));
    assertThat(TestWeb.json(web.get("2001", REMINDERS)).at("/reminders/0/number").asString())
        .isEqualTo("000****0001");
    assertThat(web.get("3001", REMINDERS).statusCode()).isEqualTo(403);
  }

  @Test
  void onesOwnIsMovedAndDone() throws Exception {
    when(web.day.reminders.move(AGENT, 7, TestWeb.NOW.plusSeconds(60))).thenReturn(true);
    when(web.day.reminders.done(AGENT, 7, TestWeb.NOW)).thenReturn(true);
    String later = "{\"dueAt\":\"2026-11-21T08:01:00Z\"}";
    assertThat(web.post("1001", REMINDERS + "/7/move", later).statusCode()).isEqualTo(204);
    assertThat(web.post("1001", REMINDERS + "/7/done", "").statusCode()).isEqualTo(204);
    assertThat(web.post("1011", REMINDERS + "/7/done", "").statusCode()).isEqualTo(404);
    assertThat(web.post("1011", REMINDERS + "/7/move", later).statusCode()).isEqualTo(404);
    assertThat(web.post("1001", REMINDERS + "/x/done", "").statusCode()).isEqualTo(400);
  }

  @Test
  void aTimeThatIsPastIsRefused() throws Exception {
    String past = "{\"dueAt\":\"2026-11-21T07:00:00Z\",\"number\":\"00000000001\",\"note\":\"\"}";
    assertThat(web.post("1001", REMINDERS, past).statusCode()).isEqualTo(422);
    assertThat(web.post("1001", REMINDERS + "/7/move", past).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"dueAt\":\"2026-11-21T08:30:00Z\",\"number\":\"anonymous\",\"note\":\"\"}",
        "{\"dueAt\":\"tomorrow\",\"number\":\"00000000001\",\"note\":\"\"}",
        "{\"dueAt\":\"2026-11-21T08:30:00Z\",\"number\":\"00000000001\"}",
        "{\"dueAt\":\"2026-11-21T08:30:00Z\",\"number\":\"00000000001\",\"note\":\"\","
            + "\"workOrderNo\":\"1\"}"
      })
  void whatCanNotBeMeantIsRefused(String body) throws Exception {
    when(web.day.reminders.open(any(), anyInt())).thenReturn(List.of());
    assertThat(web.post("1001", REMINDERS, body).statusCode()).isEqualTo(400);
  }
}
