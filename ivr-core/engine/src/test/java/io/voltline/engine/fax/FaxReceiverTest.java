package io.voltline.engine.fax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxFile;
import io.voltline.domain.fax.FaxMode;
import io.voltline.domain.fax.FaxStatus;
import io.voltline.domain.fax.ReceivedFax;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.engine.call.LiveCalls;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.desk.UsualLimits;
import io.voltline.engine.desk.WorkOrderStore;
import io.voltline.engine.desk.WorkOrderStore.Acceptance;
import io.voltline.engine.desk.WorkOrderStore.Accepted;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.fax.FaxSpool.Arrival;
import io.voltline.engine.fax.FaxSpool.Kept;
import io.voltline.engine.selfservice.CallerNumbers;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaxReceiverTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final CallId CALL = new CallId("vl1-1795323459.4");
  private static final WorkOrderNo ORDER = new WorkOrderNo("20261122000001");
  private static final FaxFile FILE = new FaxFile("2026/11/22/x.tiff", 13, "0".repeat(64));

  private final FaxSpool spool = mock(FaxSpool.class);
  private final FaxIndex index = mock(FaxIndex.class);
  private final LiveCalls live = mock(LiveCalls.class);
  private final WorkOrderStore orders = mock(WorkOrderStore.class);
  private final CallerNumbers numbers = mock(CallerNumbers.class);
  private final CustomerViews customers = mock(CustomerViews.class);
  private final List<Acceptance> accepted = new ArrayList<>();
  private final List<ReceivedFax> kept = new ArrayList<>();
  private final FaxReceiver receiver =
      new FaxReceiver(
          spool,
          index,
          new FaxOrders(
              new WorkOrders(
                  WorkOrderTypesFile.read(),
                  orders,
                  UsualLimits.of(),
                  mock(EventSink.class),
                  InstantSource.fixed(NOW)),
              numbers,
              customers),
          live,
          InstantSource.fixed(NOW),
          new SimpleMeterRegistry());

  @BeforeEach
  void usual() {
    when(orders.accept(any()))
        .thenAnswer(
            asked -> {
              Acceptance acceptance = asked.getArgument(0);
              accepted.add(acceptance);
              return new Accepted(order(acceptance.form()), true);
            });
    doAnswer(asked -> kept.add(asked.getArgument(0))).when(index).keep(any());
    when(index.find(any())).thenReturn(Optional.empty());
  }

  @Test
  void aFaxBecomesADocumentOnAnOrderAndThenLeavesTheSpool() throws IOException {
    arrives(ended("00000000002", true, 2), new Kept(2, Optional.of(FILE), Optional.empty()));
    assertThat(receiver.look()).isTrue();

    assertThat(accepted)
        .singleElement()
        .satisfies(
            made -> {
              assertThat(made.source()).isEqualTo(WorkOrderSource.FAX);
              assertThat(made.requestId()).isEqualTo("fax-" + CALL);
              assertThat(made.form().type()).isEqualTo("inquiry.other");
              assertThat(made.form().contactPhone()).isEqualTo("00000000002");
              assertThat(made.form().description())
                  .isEqualTo("传真来件，共2页。发送号码：00000000002。传真编号：" + CALL);
            });
    assertThat(kept).singleElement().satisfies(fax -> assertThat(fax.order()).contains(ORDER));
    assertThat(kept.getFirst().status()).isEqualTo(FaxStatus.COMPLETE);
    assertThat(kept.getFirst().error()).isEmpty();
    var order = inOrder(spool, orders, index);
    order.verify(spool).keep(any());
    order.verify(orders).accept(any());
    order.verify(index).keep(any());
    order.verify(spool).forget(CALL);
  }

  @ParameterizedTest
  @CsvSource({"1, PARTIAL, 传真来件不完整，可读1页，请与发送方核实", "0, UNREADABLE, 传真来件无法阅读，原件已保存，请与发送方核实"})
  void aFaxThatIsNotWholeIsToldOnItsOrder(int pages, FaxStatus status, String description)
      throws IOException {
    arrives(ended("", false, 1), new Kept(pages, Optional.of(FILE), Optional.empty()));
    receiver.look();
    assertThat(kept.getFirst().status()).isEqualTo(status);
    assertThat(kept.getFirst().error()).contains("The call dropped prematurely");
    assertThat(accepted.getFirst().form().description())
        .startsWith(description)
        .contains("发送号码：号码未显示");
    assertThat(accepted.getFirst().form().contactPhone()).isEmpty();
  }

  @Test
  void aCallWithoutAPageIsInTheIndexButNobodysWork() throws IOException {
    arrives(ended("00000000005", false, 0), new Kept(0, Optional.empty(), Optional.empty()));
    receiver.look();
    assertThat(kept.getFirst().status()).isEqualTo(FaxStatus.EMPTY);
    assertThat(kept.getFirst().order()).isEmpty();
    assertThat(accepted).isEmpty();
    verify(spool).forget(CALL);
  }

  @Test
  void aFaxThatIsStillComingInIsLeftAlone() throws IOException {
    when(spool.arrivals())
        .thenReturn(List.of(begun(NOW.minusSeconds(59)), begun(NOW.minusSeconds(120))));
    when(live.mayBeLive(CALL)).thenReturn(true);
    receiver.look();
    verify(spool, never()).keep(any());
  }

  @Test
  void whatASwitchThatDiedLeftBehindIsTakenIn() throws IOException {
    arrives(begun(NOW.minusSeconds(61)), new Kept(1, Optional.of(FILE), Optional.empty()));
    receiver.look();
    assertThat(kept.getFirst().status()).isEqualTo(FaxStatus.PARTIAL);
    assertThat(kept.getFirst().error()).contains("the switch died before the end");
  }

  @Test
  void aFaxThatIsBookedAlreadyOnlyLeavesTheSpool() throws IOException {
    arrives(ended("", true, 1), new Kept(1, Optional.of(FILE), Optional.empty()));
    receiver.look();
    when(index.find(CALL)).thenReturn(Optional.of(kept.getFirst()));
    receiver.look();
    verify(spool, times(1)).keep(any());
    verify(spool, times(2)).forget(CALL);
    assertThat(accepted).hasSize(1);
  }

  @Test
  void whileTheStoreIsDownAFaxStaysInTheSpool() throws IOException {
    arrives(ended("", true, 1), new Kept(1, Optional.of(FILE), Optional.empty()));
    doThrow(new Unavailable("database", new RuntimeException())).when(orders).accept(any());
    assertThat(receiver.look()).isFalse();
    verify(spool, never()).forget(CALL);
  }

  @Test
  void aFaxThatCannotBeKeptHoldsNoOtherUp() throws IOException {
    var broken = ended("1", true, 1);
    var sound = new CallId("vl1-1795323460.5");
    when(spool.arrivals()).thenReturn(List.of(broken, as(sound, broken)));
    when(spool.keep(any()))
        .thenThrow(new IOException("disk full"))
        .thenReturn(new Kept(1, Optional.of(FILE), Optional.empty()));
    assertThat(receiver.look()).isTrue();
    assertThat(kept).singleElement().satisfies(fax -> assertThat(fax.id()).isEqualTo(sound));
    verify(spool, never()).forget(CALL);
  }

  @Test
  void aNumberOfSeveralAccountsTellsOfNone() throws IOException {
    when(numbers.accounts(new PhoneNumber("00000000006")))
        .thenReturn(List.of(new AccountNo("9900000006"), new AccountNo("9900000007")));
    arrives(ended("00000000006", true, 1), new Kept(1, Optional.of(FILE), Optional.empty()));
    receiver.look();
    assertThat(accepted.getFirst().form().accountNo()).isEmpty();
    verify(customers, never()).of(any());
  }

  private void arrives(Arrival arrival, Kept left) throws IOException {
    when(spool.arrivals()).thenReturn(List.of(arrival));
    when(spool.keep(arrival)).thenReturn(left);
  }

  private static Arrival ended(String caller, boolean whole, int pages) {
    return new Arrival(
        CALL,
        true,
        caller,
        NOW.minusSeconds(60),
        whole,
        pages,
        Optional.of(FaxMode.T38),
        Optional.empty(),
        whole ? Optional.empty() : Optional.of("The call dropped prematurely"),
        NOW);
  }

  private static Arrival begun(Instant changed) {
    return new Arrival(
        CALL,
        false,
        "00000000002",
        changed,
        false,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        changed);
  }

  private static Arrival as(CallId call, Arrival like) {
    return new Arrival(
        call,
        like.ended(),
        like.caller(),
        like.began(),
        like.whole(),
        like.pages(),
        like.mode(),
        like.station(),
        like.error(),
        like.changed());
  }

  private static WorkOrder order(WorkOrderForm form) {
    return new WorkOrder(
        ORDER,
        form,
        WorkOrderStatus.TO_DISPATCH,
        Urgency.NORMAL,
        NOW,
        "fax",
        WorkOrderSource.FAX,
        Optional.empty(),
        List.of(),
        List.of());
  }
}
