package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.recovery.HandoverItem;
import io.voltline.engine.recovery.HandoverItem.Confirmed;
import io.voltline.engine.recovery.QualityDraw;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecoveryApiTest {
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final String CONFIRM = "/api/v1/handover/vl1-1.1/confirm";
  private static final Confirmed CONFIRMED = new Confirmed(new AgentNo("2001"), TestWeb.NOW);
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
  void usual() {
    clearInvocations(web.records.recoveries);
    when(web.records.recoveries.handover(false, 50)).thenReturn(List.of(item(Optional.empty())));
    when(web.records.recoveries.handover(true, 7))
        .thenReturn(List.of(item(Optional.of(CONFIRMED))));
    when(web.records.recoveries.find(any())).thenReturn(Optional.empty());
    when(web.records.recoveries.find(CALL)).thenReturn(Optional.of(item(Optional.of(CONFIRMED))));
  }

  private static HandoverItem item(Optional<Confirmed> confirmed) {
    return new HandoverItem(CALL, new WorkOrderNo("20261121000001"), TestWeb.NOW, confirmed);
  }

  @Test
  void theListIsWhatNoShiftHasConfirmedUnlessAllIsAskedFor() throws Exception {
    assertThat(web.get("2001", "/api/v1/handover").body())
        .isEqualTo(
            "{\"items\":[{\"callId\":\"vl1-1.1\",\"workOrderNo\":\"20261121000001\","
                + "\"since\":\"2026-11-21T08:00:00Z\"}]}");
    assertThat(
            TestWeb.json(web.get("3001", "/api/v1/handover?all=true&limit=7"))
                .at("/items/0/confirmedBy")
                .asString())
        .isEqualTo("2001");
  }

  @Test
  void aShiftLeaderConfirmsOnce() throws Exception {
    when(web.records.recoveries.confirm(CALL, CONFIRMED)).thenReturn(true, false);
    var first = web.post("2001", CONFIRM, "");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(TestWeb.json(first).path("confirmedAt").asString())
        .isEqualTo("2026-11-21T08:00:00Z");
    assertThat(web.post("2001", CONFIRM, "").statusCode()).isEqualTo(409);
  }

  @Test
  void aCallThatIsNotHandedOverIsNotFound() throws Exception {
    assertThat(web.post("2001", "/api/v1/handover/vl1-2.2/confirm", "").statusCode())
        .isEqualTo(404);
    assertThat(web.post("2001", "/api/v1/handover/%20/confirm", "").statusCode()).isEqualTo(404);
    verify(web.records.recoveries, never()).confirm(any(), any());
  }

  @Test
  void qualityStaffSeeWhatIsDrawn() throws Exception {
    when(web.records.recoveries.draws(50))
        .thenReturn(
            List.of(
                new QualityDraw(
                    CALL, Optional.of(new AgentNo("1001")), "DISSATISFIED", TestWeb.NOW)));
    assertThat(web.get("3001", "/api/v1/quality-draws").body())
        .isEqualTo(
            "{\"draws\":[{\"callId\":\"vl1-1.1\",\"agentNo\":\"1001\","
                + "\"reason\":\"DISSATISFIED\",\"drawnAt\":\"2026-11-21T08:00:00Z\"}]}");
  }

  @ParameterizedTest
  @CsvSource({"1001, handover", "1001, quality-draws"})
  void agentsSeeNothingOfIt(String agent, String path) throws Exception {
    assertThat(web.get(agent, "/api/v1/" + path).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"1001", "3001"})
  void onlyShiftLeadersConfirm(String agent) throws Exception {
    assertThat(web.post(agent, CONFIRM, "").statusCode()).isEqualTo(403);
    verify(web.records.recoveries, never()).confirm(any(), any());
  }
}
