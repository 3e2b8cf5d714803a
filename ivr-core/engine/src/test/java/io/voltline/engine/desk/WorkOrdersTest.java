package io.voltline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.Urging;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderAction;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import io.voltline.engine.desk.WorkOrderStore.Accepted;
import io.voltline.engine.desk.WorkOrderStore.Amendment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class WorkOrdersTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final WorkOrderNo NO = new WorkOrderNo("20261121000001");

  private final WorkOrderStore store = mock(WorkOrderStore.class);
  private final EventSink desks = mock(EventSink.class);
  private final WorkOrders orders =
      new WorkOrders(
          WorkOrderTypesFile.read(), store, UsualLimits.of(), desks, InstantSource.fixed(NOW));

  @Test
  void anOrderIsAsUrgentAsItsTypeUnlessTheAgentSaysOtherwise() throws Refused {
    when(store.accept(any())).thenReturn(new Accepted(order(WorkOrderStatus.TO_DISPATCH), true));
    orders.accept(
        AGENT, "request-1", located("fault-repair.danger", Optional.empty()), Optional.empty());
    verify(store)
        .accept(argThat(kept -> kept.urgency() == Urgency.URGENT && kept.at().equals(NOW)));
    orders.accept(
        AGENT,
        "request-2",
        located("fault-repair.danger", Optional.of(Urgency.NORMAL)),
        Optional.empty());
    verify(store).accept(argThat(kept -> kept.urgency() == Urgency.NORMAL));
  }

  @Test
  void desksAreToldOnceHoweverOftenTheRequestComes() throws Refused {
    var made = order(WorkOrderStatus.TO_DISPATCH);
    when(store.accept(any())).thenReturn(new Accepted(made, true), new Accepted(made, false));
    orders.accept(AGENT, "request-1", form("praise.agent", Optional.empty()), Optional.empty());
    orders.accept(AGENT, "request-1", form("praise.agent", Optional.empty()), Optional.empty());
    verify(desks).toAll(new DeskEvent.WorkOrderChanged(NOW, made));
  }

  @Test
  void aMoveIsWrittenDownAndTold() throws Refused {
    var moved = order(WorkOrderStatus.DISPATCHED);
    when(store.find(NO))
        .thenReturn(Optional.of(order(WorkOrderStatus.TO_DISPATCH)))
        .thenReturn(Optional.of(moved));
    when(store.move(any(), any(), any(), any())).thenReturn(true);
    assertThat(orders.act(AGENT, NO, WorkOrderAction.DISPATCH, Optional.of("快"))).isEqualTo(moved);
    verify(store)
        .move(
            eq(NO),
            eq(WorkOrderStatus.TO_DISPATCH),
            argThat(step -> step.action().equals("dispatch") && step.by().equals("1001")),
            eq(List.of()));
    verify(desks).toAll(new DeskEvent.WorkOrderChanged(NOW, moved));
  }

  @Test
  void aMoveSomebodyElseWasFasterWithIsNotTold() {
    when(store.find(NO)).thenReturn(Optional.of(order(WorkOrderStatus.TO_DISPATCH)));
    assertThatThrownBy(() -> orders.act(AGENT, NO, WorkOrderAction.DISPATCH, Optional.empty()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT));
    verify(desks, never()).toAll(any());
  }

  @Test
  void anOrderThatNoAgentFilledInTellsItsSource() throws Refused {
    when(store.accept(any())).thenReturn(new Accepted(order(WorkOrderStatus.TO_DISPATCH), true));
    orders.accept(WorkOrderSource.IVR, "request-1", form("tip-off.breach", Optional.empty()));
    verify(store)
        .accept(argThat(kept -> kept.source() == WorkOrderSource.IVR && kept.by().equals("ivr")));
  }

  @Test
  void urgingAndLinkingChangeTheOrderAndAreToldOnce() throws Refused {
    var order = order(WorkOrderStatus.DISPATCHED);
    when(store.find(NO)).thenReturn(Optional.of(order));
    when(store.amend(eq(NO), any()))
        .thenAnswer(
            call -> {
              Function<WorkOrder, Amendment<?>> rule = call.getArgument(1);
              return Optional.of(rule.apply(order));
            });
    assertThat(orders.urge(WorkOrderSource.IVR, NO, Duration.ofMinutes(10)))
        .isEqualTo(new Urging.Urged(1));
    verify(desks).toAll(new DeskEvent.WorkOrderChanged(NOW, order));
    assertThat(
            orders.link(
                WorkOrderSource.IVR, NO, new AccountNo("9900000002"), new CallId("vl1-1.1")))
        .isTrue();
    verify(desks, times(2)).toAll(any());
  }

  @Test
  void whatIsNotThereCannotBeUrged() {
    when(store.amend(any(), any())).thenReturn(Optional.empty());
    assertThatThrownBy(() -> orders.urge(WorkOrderSource.IVR, NO, Duration.ofMinutes(10)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
  }

  @Test
  void anAgentIsToldEachFieldThatTheTypeRequires() {
    var form = form("fault-repair.low-voltage", Optional.empty());
    assertThatThrownBy(() -> orders.accept(AGENT, "request-1", form, Optional.empty()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.INVALID))
        .hasMessageContaining("/address: fault-repair.low-voltage requires it")
        .hasMessageContaining("/area");
    verify(store, never()).accept(any());
  }

  @Test
  void machinesLeaveOpenWhatTheyCannotKnow() throws Refused {
    when(store.accept(any())).thenReturn(new Accepted(order(WorkOrderStatus.TO_DISPATCH), true));
    orders.accept(
        WorkOrderSource.FAX, "request-1", form("fault-repair.low-voltage", Optional.empty()));
    verify(store).accept(argThat(kept -> kept.filing().isEmpty()));
  }

  @Test
  void anAgentsUrgingNamesTheAgentAndTheCall() throws Refused {
    var order = order(WorkOrderStatus.DISPATCHED);
    var steps = new ArrayList<WorkOrderStep>();
    when(store.find(NO)).thenReturn(Optional.of(order));
    when(store.amend(eq(NO), any()))
        .thenAnswer(
            call -> {
              Function<WorkOrder, Amendment<?>> rule = call.getArgument(1);
              var amendment = rule.apply(order);
              amendment.step().ifPresent(steps::add);
              return Optional.of(amendment);
            });
    orders.urge(AGENT, NO, new CallId("vl1-1.1"), Optional.of("还没来人"), Duration.ofMinutes(10));
    orders.link(AGENT, NO, new AccountNo("9900000002"), new CallId("vl1-1.1"), Optional.of("还没来人"));
    assertThat(steps).extracting(WorkOrderStep::by).containsExactly("1001", "1001");
    assertThat(steps).extracting(WorkOrderStep::action).containsExactly("urge", "link");
    assertThat(steps).allMatch(step -> step.note().orElseThrow().contains("vl1-1.1：还没来人"));
  }

  private static WorkOrderForm located(String type, Optional<Urgency> urgency) {
    return new WorkOrderForm(
        type,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "00000000001",
        Optional.of("示例路1号"),
        Optional.of(Area.TOWN),
        urgency,
        "说明");
  }

  private static WorkOrderForm form(String type, Optional<Urgency> urgency) {
    return new WorkOrderForm(
        type,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "00000000001",
        Optional.empty(),
        Optional.empty(),
        urgency,
        "说明");
  }

  private static WorkOrder order(WorkOrderStatus status) {
    return new WorkOrder(
        NO,
        form("praise.agent", Optional.empty()),
        status,
        Urgency.NORMAL,
        NOW,
        "1001",
        WorkOrderSource.AGENT,
        Optional.empty(),
        List.of(),
        List.of());
  }
}
