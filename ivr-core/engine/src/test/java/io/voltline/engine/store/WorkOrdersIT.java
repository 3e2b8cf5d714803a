package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Due;
import io.voltline.domain.workorder.Filing;
import io.voltline.domain.workorder.Milestone;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.Urging;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import io.voltline.engine.desk.WorkOrderStore.Acceptance;
import io.voltline.engine.desk.WorkOrderStore.Accepted;
import io.voltline.engine.desk.WorkOrderStore.Amendment;
import io.voltline.engine.desk.WorkOrderStore.Query;
import io.voltline.engine.form.FilingDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WorkOrdersIT {
  private static final Instant NOW = Instant.parse("2026-11-21T17:00:00Z");
  private static final Optional<Filing> FILING =
      Optional.of(new Filing(Duration.ofSeconds(200), true));
  private static final Due DUE =
      new Due(Milestone.ARRIVAL, NOW.plus(Duration.ofMinutes(45)), false);
  private Database database;
  private SqlWorkOrders orders;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    orders = new SqlWorkOrders(database, ZoneId.of("Asia/Shanghai"));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void anOrderIsKeptAsItWasAccepted() {
    WorkOrder made = orders.accept(acceptance("request-1")).order();
    // 17:00 UTC is past midnight in Shanghai.
    assertThat(made.no()).hasToString("20261122000001");
    assertThat(made.status()).isEqualTo(WorkOrderStatus.TO_DISPATCH);
    assertThat(made.form()).isEqualTo(form());
    assertThat(made.source()).isEqualTo(WorkOrderSource.AGENT);
    assertThat(made.createdAt()).isEqualTo(NOW);
    assertThat(made.filing()).isEqualTo(FILING);
    assertThat(made.due()).containsExactly(DUE);
    assertThat(made.history()).extracting(WorkOrderStep::action).containsExactly("accept");
    assertThat(orders.find(made.no())).contains(made);
  }

  @Test
  void lateOrdersAreToldWithTheirAgentAndTheAverageOfAll() {
    WorkOrder late = orders.accept(acceptance("request-1")).order();
    var days = new SqlFilingDays(database);
    assertThat(days.since(NOW, 10))
        .isEqualTo(
            new FilingDay(
                1,
                1,
                Optional.of(Duration.ofSeconds(200)),
                List.of(
                    new FilingDay.LateOrder(
                        late.no(),
                        form().type(),
                        "1001",
                        form().callId().orElseThrow(),
                        NOW,
                        Duration.ofSeconds(200)))));
    assertThat(days.since(NOW.plusMillis(1), 10))
        .isEqualTo(new FilingDay(0, 0, Optional.empty(), List.of()));
  }

  @Test
  void numbersAreUniqueAndWithoutGapsHoweverManyAreMadeAtOnce() throws Exception {
    var made =
        atOnce(
            40,
            number -> () -> orders.accept(acceptance("request-" + number)).order().no().value());
    assertThat(made).doesNotHaveDuplicates().hasSize(40);
    assertThat(made.stream().sorted().toList().getLast()).isEqualTo("20261122000040");
  }

  @Test
  void aRequestSentAgainReturnsTheOrderMadeTheFirstTime() throws Exception {
    List<Accepted> answers =
        atOnce(12, number -> () -> orders.accept(acceptance("the-same-request")));
    assertThat(answers.stream().map(answer -> answer.order().no()).distinct()).hasSize(1);
    assertThat(answers.stream().filter(Accepted::made)).hasSize(1);
    assertThat(orders.list(all())).hasSize(1);
  }

  @Test
  void anOrderIsMovedByOneAlone() throws Exception {
    var no = orders.accept(acceptance("request-1")).order().no();
    var step =
        new WorkOrderStep(NOW, "1001", "dispatch", WorkOrderStatus.DISPATCHED, Optional.of("快"));
    var begun = new Due(Milestone.FOLLOW_UP, NOW, true);
    var moved =
        atOnce(
            8, number -> () -> orders.move(no, WorkOrderStatus.TO_DISPATCH, step, List.of(begun)));
    assertThat(moved.stream().filter(done -> done)).hasSize(1);
    var order = orders.find(no).orElseThrow();
    assertThat(order.status()).isEqualTo(WorkOrderStatus.DISPATCHED);
    assertThat(order.history()).hasSize(2).last().isEqualTo(step);
    assertThat(order.due()).containsExactly(begun, DUE);
    assertThat(order.pending()).containsExactly(DUE);
  }

  @Test
  void anOrderIsUrgedOnceHoweverManyUrgeItAtOnce() throws Exception {
    var no = orders.accept(acceptance("request-1")).order().no();
    var pause = Duration.ofMinutes(10);
    var answers = atOnce(8, number -> () -> orders.amend(no, order -> urged(order, pause)));
    assertThat(answers.stream().map(answer -> answer.orElseThrow().answer()))
        .containsOnlyOnce(new Urging.Urged(1))
        .contains(new Urging.TooSoon(1));
    assertThat(orders.find(no).orElseThrow().history())
        .extracting(WorkOrderStep::action)
        .containsExactly("accept", "urge");
    assertThat(orders.amend(new WorkOrderNo("20261122999999"), order -> urged(order, pause)))
        .isEmpty();
  }

  private static Amendment<Urging> urged(WorkOrder order, Duration pause) {
    var urging = Urging.of(order.status(), order.history(), NOW, pause);
    var step = new WorkOrderStep(NOW, "ivr", Urging.ACTION, order.status(), Optional.empty());
    return new Amendment<>(urging, Optional.of(step).filter(_ -> urging instanceof Urging.Urged));
  }

  @Test
  void ordersAreFoundByWhatIsKnownOfThem() {
    var first = orders.accept(acceptance("request-1")).order();
    var second = orders.accept(acceptance("request-2")).order();
    assertThat(orders.list(all())).containsExactly(second, first);
    assertThat(
            orders.list(
                new Query(
                    Optional.of(new AccountNo("9900000001")),
                    Optional.of(new CallId("vl1-1.1")),
                    Optional.of(WorkOrderStatus.TO_DISPATCH),
                    1)))
        .containsExactly(second);
    assertThat(
            orders.list(
                new Query(
                    Optional.of(new AccountNo("9900000002")),
                    Optional.empty(),
                    Optional.empty(),
                    10)))
        .isEmpty();
  }

  @FunctionalInterface
  private interface Numbered<T> {
    Callable<T> at(int number);
  }

  private static <T> List<T> atOnce(int times, Numbered<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int number = 0; number < times; number++) {
        running.add(threads.submit(work.at(number)));
      }
      var results = new ArrayList<T>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }

  private static Query all() {
    return new Query(Optional.empty(), Optional.empty(), Optional.empty(), 500);
  }

  private static Acceptance acceptance(String request) {
    return new Acceptance(
        request, form(), Urgency.URGENT, "1001", WorkOrderSource.AGENT, NOW, FILING, List.of(DUE));
  }

  private static WorkOrderForm form() {
    return new WorkOrderForm(
        "fault-repair.danger",
        Optional.of(new AccountNo("9900000001")),
        Optional.of(new CallId("vl1-1.1")),
        Optional.of("测试客户一"),
        "00000000001",
        Optional.of("示例市样板区光明路1号"),
        Optional.of(Area.TOWN),
        Optional.of(Urgency.URGENT),
        "电线落地，有火花 ⚡");
  }
}
