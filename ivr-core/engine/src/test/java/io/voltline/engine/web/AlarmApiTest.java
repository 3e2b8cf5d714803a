package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.alarm.Alarm;
import io.voltline.domain.alarm.AlarmKey;
import io.voltline.domain.alarm.AlarmKind;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.alarm.PastAlarm;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlarmApiTest {
  private static final String ALARMS = "/api/v1/alarms";
  private static final String ACKNOWLEDGE = ALARMS + "/acknowledge";
  private static final String WHICH = "{\"kind\":\"PROMISE_BROKEN\",\"subject\":\"fault\"}";
  private static final AlarmKey KEY = new AlarmKey(AlarmKind.PROMISE_BROKEN, "fault");
  private static final String TOLD =
      "{\"kind\":\"PROMISE_BROKEN\",\"about\":\"QUEUE\",\"subject\":\"fault\","
          + "\"since\":\"2026-11-21T08:00:00Z\",\"acknowledgedBy\":\"2001\","
          + "\"acknowledgedAt\":\"2026-11-21T08:00:00Z\"";
  private static final Optional<Alarm.Acknowledged> CARED =
      Optional.of(new Alarm.Acknowledged(new AgentNo("2001"), TestWeb.NOW));
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
  }

  @BeforeEach
  void onlySupervisorsMay() throws Exception {
    reset(web.floor.alarms);
    var forbidden = new Refused(Refused.Reason.FORBIDDEN, "supervisors only");
    doThrow(forbidden).when(web.floor.alarms).raised(argThat(AlarmApiTest::isAgent));
    doThrow(forbidden).when(web.floor.alarms).today(argThat(AlarmApiTest::isAgent));
    doThrow(forbidden).when(web.floor.alarms).acknowledge(argThat(AlarmApiTest::isAgent), any());
  }

  private static boolean isAgent(Account account) {
    return account != null && account.takesCalls();
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void whatIsRaisedIsToldWithWhoTakesCareOfIt() throws Exception {
    when(web.floor.alarms.raised(any()))
        .thenReturn(List.of(new Alarm(KEY, TestWeb.NOW, CARED, Optional.of(TestWeb.NOW))));
    assertThat(web.get("2001", ALARMS).body()).isEqualTo("{\"alarms\":[" + TOLD + "}]}");
  }

  @Test
  void todaysAreToldWithTheirEnd() throws Exception {
    when(web.floor.alarms.today(any()))
        .thenReturn(List.of(new PastAlarm(KEY, TestWeb.NOW, CARED, Optional.of(TestWeb.NOW))));
    assertThat(web.get("9001", ALARMS + "/today").body())
        .isEqualTo("{\"alarms\":[" + TOLD + ",\"clearedAt\":\"2026-11-21T08:00:00Z\"}]}");
  }

  @Test
  void aSupervisorTakesCareOfOneThatIsRaised() throws Exception {
    assertThat(web.post("2001", ACKNOWLEDGE, WHICH).statusCode()).isEqualTo(204);
    verify(web.floor.alarms).acknowledge(any(), eq(KEY));
    doThrow(new Refused(Refused.Reason.NOT_FOUND, "not raised"))
        .when(web.floor.alarms)
        .acknowledge(any(), any());
    assertThat(web.post("2001", ACKNOWLEDGE, WHICH).statusCode()).isEqualTo(404);
  }

  @Test
  void agentsAreToldNothing() throws Exception {
    assertThat(web.get("1001", ALARMS).statusCode()).isEqualTo(403);
    assertThat(web.get("1001", ALARMS + "/today").statusCode()).isEqualTo(403);
    assertThat(web.post("1001", ACKNOWLEDGE, WHICH).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kind\":\"PROMISE_BROKEN\"}",
        "{\"kind\":\"BORED\",\"subject\":\"fault\"}",
        "{\"kind\":\"PROMISE_BROKEN\",\"subject\":\"\"}"
      })
  void whatIsNoAlarmIsNotAcknowledged(String body) throws Exception {
    assertThat(web.post("2001", ACKNOWLEDGE, body).statusCode()).isEqualTo(400);
    verify(web.floor.alarms, never()).acknowledge(any(), any());
  }
}
