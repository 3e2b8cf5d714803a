package io.voltline.engine.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.desk.UsualLimits;
import io.voltline.engine.desk.WorkOrderStore;
import io.voltline.engine.desk.WorkOrderStore.Acceptance;
import io.voltline.engine.desk.WorkOrderStore.Accepted;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.selfservice.Tapes.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LostMessagesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final WorkOrderNo ORDER = new WorkOrderNo("20261121000001");
  private static final CallId CALL = new CallId("vl1-1.1");

  private final WorkOrderStore store = mock(WorkOrderStore.class);
  private final List<Acceptance> accepted = new ArrayList<>();
  private final List<Message> kept = new ArrayList<>();
  private Optional<CallId> known = Optional.empty();
  private List<String> left = List.of("message-a-1.wav");
  private final LostMessages messages =
      new LostMessages(
          before -> {
            assertThat(before).isEqualTo(NOW.minusSeconds(60));
            return left;
          },
          kept::add,
          new WorkOrders(
              WorkOrderTypesFile.read(), store, UsualLimits.of(), mock(EventSink.class), () -> NOW),
          () -> NOW);

  @Test
  void aMessageLeftBehindIsHeardBySomebody() throws Exception {
    when(store.accept(any())).thenAnswer(asked -> accept(asked.getArgument(0)));
    left = List.of("message-a-1.wav", "message-b-2.wav");
    assertThat(messages.look()).isTrue();
    assertThat(accepted).extracting(Acceptance::source).containsOnly(WorkOrderSource.VOICEMAIL);
    assertThat(accepted).extracting(Acceptance::requestId).doesNotHaveDuplicates().hasSize(2);
    assertThat(accepted.getFirst().requestId())
        .as("as the call itself would have asked")
        .isEqualTo(Requests.id("message", "message-a-1.wav"));
    assertThat(kept)
        .containsExactly(
            new Message("message-a-1.wav", Optional.empty(), ORDER),
            new Message("message-b-2.wav", Optional.empty(), ORDER));
  }

  @Test
  void anOrderThatTheCallHadMadeTellsWhoseTheMessageIs() throws Exception {
    known = Optional.of(CALL);
    when(store.accept(any())).thenAnswer(asked -> accept(asked.getArgument(0)));
    messages.look();
    assertThat(kept).containsExactly(new Message("message-a-1.wav", Optional.of(CALL), ORDER));
  }

  @Test
  void withoutTheStoreItIsTriedAgainSoon() throws Exception {
    when(store.accept(any())).thenThrow(new Unavailable("database", new IllegalStateException()));
    assertThat(messages.look()).isFalse();
    assertThat(kept).isEmpty();
  }

  private Accepted accept(Acceptance acceptance) {
    accepted.add(acceptance);
    var form = acceptance.form();
    var told =
        new WorkOrderForm(
            form.type(),
            form.accountNo(),
            known,
            form.contactName(),
            form.contactPhone(),
            form.address(),
            form.area(),
            form.urgency(),
            form.description());
    return new Accepted(
        new WorkOrder(
            ORDER,
            told,
            WorkOrderStatus.TO_DISPATCH,
            Urgency.NORMAL,
            NOW,
            "voicemail",
            WorkOrderSource.VOICEMAIL,
            Optional.empty(),
            List.of(),
            List.of()),
        known.isEmpty());
  }
}
