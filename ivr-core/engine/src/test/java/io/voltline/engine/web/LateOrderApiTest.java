package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.form.FilingDay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LateOrderApiTest {
  private static final String LATE = "/api/v1/late-orders";
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
  }

  @BeforeEach
  void nothingWasAsked() {
    reset(web.floor.filings);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void supervisorsSeeWhichOrdersCameLateSinceMidnight() throws Exception {
    var late =
        new FilingDay.LateOrder(
            new WorkOrderNo("20261121000001"),
            "fault-repair.outage",
            "1001",
            new CallId("vl1-1.1"),
            TestWeb.NOW,
            Duration.ofMillis(218_400));
    when(web.floor.filings.since(any(), anyInt()))
        .thenReturn(new FilingDay(3, 1, Optional.of(Duration.ofSeconds(95)), List.of(late)));
    assertThat(web.get("2001", LATE).body())
        .isEqualTo(
            "{\"sent\":3,\"late\":1,\"averageSeconds\":95.0,\"orders\":[{\"no\":\"20261121000001\","
                + "\"type\":\"fault-repair.outage\",\"by\":\"1001\",\"callId\":\"vl1-1.1\","
                + "\"at\":\"2026-11-21T08:00:00Z\",\"afterSeconds\":218.4}]}");
    verify(web.floor.filings).since(Instant.parse("2026-11-20T16:00:00Z"), 100);
  }

  @Test
  void aDayWithoutOrdersHasNoAverage() throws Exception {
    when(web.floor.filings.since(any(), anyInt()))
        .thenReturn(new FilingDay(0, 0, Optional.empty(), List.of()));
    assertThat(web.get("9001", LATE).body()).isEqualTo("{\"sent\":0,\"late\":0,\"orders\":[]}");
  }

  @Test
  void whileTheDatabaseIsAwayItIsToldSo() throws Exception {
    when(web.floor.filings.since(any(), anyInt())).thenThrow(new Unavailable("database"));
    assertThat(web.get("2001", LATE).statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "3001"})
  void onlySupervisorsAndAdministratorsMay(String who) throws Exception {
    assertThat(web.get(who, LATE).statusCode()).isEqualTo(403);
    verify(web.floor.filings, never()).since(any(), anyInt());
  }
}
