package io.voltline.engine.form;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Filing;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.CallStory;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.UsualLimits;
import io.voltline.engine.desk.WorkOrderStore;
import io.voltline.engine.desk.WorkOrderStore.Accepted;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.desk.WorkOrders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OrderFormsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final WorkOrderStore store = mock(WorkOrderStore.class);
  private final CallHistory calls = mock(CallHistory.class);
  private final CallStory call = mock(CallStory.class);
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final OrderForms forms =
      new OrderForms(
          new WorkOrders(
              WorkOrderTypesFile.read(), store, UsualLimits.of(), mock(EventSink.class), clock),
          calls,
          LIMIT,
          clock);

  @BeforeEach
  void accepts() {
    when(store.accept(any())).thenReturn(new Accepted(mock(WorkOrder.class), false));
    when(calls.find(CALL)).thenReturn(Optional.of(call));
  }

  @Test
  void whatIsSentAfterTheLimitIsRecordedAsLate() throws Refused {
    when(call.endedAt()).thenReturn(Optional.of(NOW.minus(LIMIT).minusMillis(1)));
    forms.send(AGENT, "request-1", form(Optional.of(CALL)));
    recorded(Optional.of(new Filing(LIMIT.plusMillis(1), true)));
  }

  @Test
  void whatIsSentWhileTheCallIsOnIsInTime() throws Refused {
    when(call.endedAt()).thenReturn(Optional.empty());
    forms.send(AGENT, "request-1", form(Optional.of(CALL)));
    recorded(Optional.of(new Filing(Duration.ZERO, false)));
  }

  @Test
  void whatBelongsToNoCallIsNotMeasured() throws Refused {
    forms.send(AGENT, "request-1", form(Optional.empty()));
    recorded(Optional.empty());
  }

  private void recorded(Optional<Filing> filing) {
    verify(store).accept(argThat(kept -> kept.filing().equals(filing)));
  }

  private static WorkOrderForm form(Optional<CallId> of) {
    return new WorkOrderForm(
        "inquiry.other",
        Optional.empty(),
        of,
        Optional.empty(),
        "00000000001",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "问");
  }
}
