package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.survey.RatingVia;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.UsualLimits;
import io.voltline.engine.desk.WorkOrderStore;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.recovery.Dissatisfied;
import io.voltline.engine.recovery.HandoverItem;
import io.voltline.engine.recovery.HandoverItem.Confirmed;
import io.voltline.engine.recovery.QualityDraw;
import io.voltline.engine.recovery.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RecoveriesIT {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final AgentNo LEADER = new AgentNo("2001");
  private static final AccountNo ACCOUNT = new AccountNo("9900000001");
  private Database database;
  private WriteBehind writes;
  private SqlSurveys surveys;
  private SqlRecoveries book;
  private WorkOrders orders;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    writes = new WriteBehind(database, 100);
    surveys = new SqlSurveys(database, writes);
    book = new SqlRecoveries(database);
    orders =
        new WorkOrders(
            WorkOrderTypesFile.read(),
            new SqlWorkOrders(database, DemoHouse.ZONE),
            UsualLimits.of(),
            mock(EventSink.class),
            () -> NOW);
  }

  @AfterEach
  void stop() {
    writes.close();
    database.close();
  }

  @Test
  void onlyADissatisfiedCallerIsFollowedUpAndOnce() {
    CallId pleased = rated(1, Rating.FAIR);
    CallId angry = rated(2, Rating.DISSATISFIED);
    assertThat(book.unfollowed(10))
        .containsExactly(
            new Dissatisfied(angry, "00000000001", Optional.of(ACCOUNT), Optional.of(AGENT), NOW));

    var order = follow();
    assertThat(order.form().callId()).contains(angry);
    assertThat(order.form().type()).isEqualTo("opinion.dissatisfied");
    assertThat(order.form().contactPhone()).isEqualTo("00000000001");
    assertThat(order.form().description()).contains("1001");
    assertThat(order.source()).isEqualTo(WorkOrderSource.SYSTEM);
    assertThat(order.status()).isEqualTo(WorkOrderStatus.TO_DISPATCH);
    assertThat(book.handover(false, 10))
        .containsExactly(new HandoverItem(angry, order.no(), NOW, Optional.empty()));
    assertThat(book.draws(10))
        .containsExactly(new QualityDraw(angry, Optional.of(AGENT), "DISSATISFIED", NOW));

    book.follow(angry, order.no(), NOW.plusSeconds(9));
    assertThat(book.unfollowed(10)).isEmpty();
    assertThat(book.draws(10)).hasSize(1);
    assertThat(book.find(pleased)).isEmpty();
  }

  @Test
  void whoChangesTheRatingToTheWorstIsFollowedUpToo() {
    CallId call = rated(1, Rating.SATISFIED);
    surveys.rate(call, Rating.DISSATISFIED, RatingVia.SMS, NOW.plusSeconds(1));
    settle();
    assertThat(book.unfollowed(10)).extracting(Dissatisfied::call).containsExactly(call);
  }

  @Test
  void aNumberWithheldAndACallNobodyKnowsAreFollowedUp() {
    surveys.rate(new CallId("vl1-9.9"), Rating.DISSATISFIED, RatingVia.SMS, NOW);
    settle();
    WorkOrder order = follow();
    assertThat(order.form().contactPhone()).isEmpty();
    assertThat(order.form().accountNo()).isEmpty();
  }

  @Test
  void theReceivingShiftConfirmsOnceAndTheListForgetsIt() {
    CallId call = rated(1, Rating.DISSATISFIED);
    WorkOrder order = follow();
    var confirmed = new Confirmed(LEADER, NOW.plusSeconds(60));
    assertThat(book.confirm(call, confirmed)).isTrue();
    assertThat(book.confirm(call, new Confirmed(AGENT, NOW.plusSeconds(61)))).isFalse();
    assertThat(book.confirm(new CallId("vl1-9.9"), confirmed)).isFalse();
    assertThat(book.handover(false, 10)).isEmpty();
    assertThat(book.handover(true, 10))
        .containsExactly(new HandoverItem(call, order.no(), NOW, Optional.of(confirmed)));
    assertThat(book.unfollowed(10)).isEmpty();
  }

  private CallId rated(int number, Rating rating) {
    var call = new CallId("vl1-1." + number);
    var log = new SqlCallLog(writes, new EngineRun(NOW));
    log.arrived(call, "00000000001", NOW);
    log.identified(call, ACCOUNT);
    log.answered(call, new OfferId(1), AGENT, NOW);
    surveys.rate(call, rating, RatingVia.VOICE, NOW);
    settle();
    return call;
  }

  /** Lets the real thing look until it has followed the one caller there is. */
  private WorkOrder follow() {
    try (var recovery = new Recovery(book, orders, () -> NOW)) {
      recovery.start();
      Awaitility.await().until(() -> book.unfollowed(10).isEmpty());
    }
    var found =
        orders.list(
            new WorkOrderStore.Query(Optional.empty(), Optional.empty(), Optional.empty(), 100));
    List<WorkOrder> recoveries =
        found.stream().filter(order -> order.form().type().equals("opinion.dissatisfied")).toList();
    assertThat(recoveries).hasSize(1);
    return recoveries.getFirst();
  }

  private void settle() {
    writes.settle(Duration.ofSeconds(5));
  }
}
