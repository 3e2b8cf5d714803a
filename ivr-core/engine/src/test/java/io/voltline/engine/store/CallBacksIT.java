package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.calendar.Span;
import io.voltline.domain.callback.CallBack;
import io.voltline.domain.callback.CallBackRule;
import io.voltline.domain.callback.CallBackRule.Asked;
import io.voltline.domain.callback.CallBackStatus;
import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.selfservice.CallBackBook.Owed;
import io.voltline.engine.selfservice.CallBackBook.TryEnd;
import io.voltline.engine.selfservice.CallBackBook.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CallBacksIT {
  /** Ten in the morning in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  /** In which a customer calls again. */
  private static final CallId AGAIN = new CallId("vl1-2.1");

  private static final QueueId QUEUE = new QueueId("bill");
  private static final CallBackRule RULE =
      new CallBackRule(
          List.of(Duration.ofMinutes(5), Duration.ofMinutes(15)),
          new Span(LocalTime.of(8, 0), LocalTime.of(21, 0)),
          ZoneId.of("Asia/Shanghai"));

  private Database database;
  private SqlCallBacks book;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    book = new SqlCallBacks(database, new EngineRun(NOW));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aNumberIsOwedOneCallHoweverOftenItAsksAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Asked>> running =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> ask(1, NOW))).toList();
      var answers = new ArrayList<Asked>();
      for (Future<Asked> one : running) {
        answers.add(one.get());
      }
      assertThat(answers).filteredOn(Asked.Accepted.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(Asked.Joined.class::isInstance).hasSize(7);
    }
    assertThat(book.begin(NOW, 10)).hasSize(1);
  }

  @Test
  void itIsKnownHowTheCallCameToWait() {
    try (var writes = new WriteBehind(database, 10)) {
      var log = new SqlCallLog(writes, new EngineRun(NOW));
      CallId call = wish(1).call();
      log.arrived(call, number(1).value(), NOW);
      log.node(call, "main", Optional.of('1'), NOW);
      log.node(call, "fault/queue", Optional.empty(), NOW.plusSeconds(1));
      writes.settle(Duration.ofSeconds(5));
      assertThat(book.path(call)).containsExactly("main", "fault/queue");
    }
    assertThat(book.path(wish(2).call())).isEmpty();
  }

  @Test
  void whoWaitsLongestIsTriedFirstAndByOneEngineAlone() {
    ask(1, NOW.minusSeconds(10));
    ask(2, NOW.minusSeconds(30));
    ask(3, NOW.minusSeconds(20));
    assertThat(book.begin(NOW, 2))
        .extracting(owed -> owed.wish().number())
        .containsExactly(number(2), number(3));
    assertThat(book.begin(NOW, 2))
        .singleElement()
        .satisfies(
            owed -> {
              assertThat(owed.wish()).isEqualTo(wish(1));
              assertThat(owed.callBack())
                  .isEqualTo(
                      new CallBack(
                          number(1),
                          place(NOW.minusSeconds(10)),
                          CallBackStatus.TRYING,
                          1,
                          NOW,
                          Optional.empty()));
            });
    assertThat(book.begin(NOW, 2)).isEmpty();
  }

  @Test
  void afterThreeTriesItIsGivenUpWithARecordOfEach() {
    ask(1, NOW.minusSeconds(10));
    Instant at = NOW;
    for (int tried = 1; tried <= 3; tried++) {
      Owed owed = book.begin(at, 1).getFirst();
      assertThat(owed.callBack().place().since()).isEqualTo(NOW.minusSeconds(10));
      missed(owed, at);
      assertThat(book.begin(at, 1)).isEmpty();
      at = at.plus(Duration.ofMinutes(15));
    }
    assertThat(book.begin(at, 1)).isEmpty();
    assertThat(
            texts(
                """
                SELECT CONCAT(status, ' ', no, ' ', outcome) AS t FROM call_back
                JOIN call_back_try ON call_back_id = call_back.id ORDER BY no
                """))
        .containsExactly("GIVEN_UP 1 MISSED", "GIVEN_UP 2 MISSED", "GIVEN_UP 3 MISSED");
    assertThat(ask(1, at)).as("a new wish after the end").isInstanceOf(Asked.Accepted.class);
  }

  @Test
  void aTryThatReachedNobodysPhoneCountsForNothing() {
    ask(1, NOW);
    Owed tried = book.begin(NOW, 1).getFirst();
    assertThat(book.trying(NOW.minusMillis(1))).isEmpty();
    assertThat(book.trying(NOW)).containsExactly(tried);
    book.ended(tried, it -> it.notTried(NOW.plusSeconds(5)), TryEnd.LOST, NOW);
    assertThat(texts("SELECT outcome AS t FROM call_back_try")).containsExactly("LOST");
    book.ended(tried, CallBack::reached, TryEnd.REACHED, NOW.plusSeconds(1));
    assertThat(book.find(tried.id()))
        .as("late news of a try that is over")
        .hasValueSatisfying(
            owed -> assertThat(owed.callBack().status()).isEqualTo(CallBackStatus.WAITING));
    assertThat(book.begin(NOW.plusSeconds(5), 1))
        .singleElement()
        .satisfies(owed -> assertThat(owed.callBack().tries()).isEqualTo(1));
  }

  @Test
  void whoCallsInAndIsServedIsOwedNothing() {
    ask(1, NOW);
    Owed tried = book.begin(NOW, 1).getFirst();
    assertThat(book.calledIn(number(1), AGAIN, NOW)).isPresent();
    assertThat(book.calledIn(number(1), AGAIN, NOW)).isEmpty();
    missed(tried, NOW);
    assertThat(texts("SELECT status AS t FROM call_back")).containsExactly("CALLED_IN");
  }

  @Test
  void aCallBackWhoseCustomerWaitsIsTriedByNobodyAndGoesOnWhenTheyLeave() {
    ask(1, NOW.minusSeconds(90));
    assertThat(book.owes(number(1))).isTrue();
    assertThat(book.join(number(1), AGAIN, NOW))
        .hasValueSatisfying(
            owed -> assertThat(owed.callBack().place()).isEqualTo(place(NOW.minusSeconds(90))));
    assertThat(book.begin(NOW, 1)).isEmpty();
    assertThat(book.joined())
        .singleElement()
        .satisfies(
            joined -> {
              assertThat(joined.over()).isFalse();
              assertThat(joined.owed().callBack().joinedBy()).contains(AGAIN);
            });
    book.left(AGAIN);
    assertThat(book.joined()).isEmpty();
    assertThat(book.begin(NOW, 1))
        .singleElement()
        .satisfies(
            owed -> assertThat(owed.callBack().place()).isEqualTo(place(NOW.minusSeconds(90))));
  }

  @Test
  void joinedInTheMiddleOfATryThatTryCountsForNothing() {
    ask(1, NOW);
    Owed tried = book.begin(NOW, 1).getFirst();
    book.join(number(1), AGAIN, NOW);
    missed(tried, NOW);
    assertThat(texts("SELECT CONCAT_WS(' ', status, tries, joined_call) AS t FROM call_back"))
        .containsExactly("WAITING 0 " + AGAIN);
    assertThat(book.begin(NOW.plusSeconds(600), 1)).isEmpty();
    assertThat(book.calledIn(number(1), AGAIN, NOW)).isPresent();
    assertThat(texts("SELECT status AS t FROM call_back")).containsExactly("JOINED");
    assertThat(book.owes(number(1))).isFalse();
  }

  @Test
  void howTheCallEndedThatJoinedItIsTold() {
    ask(1, NOW);
    ask(2, NOW);
    var served = new CallId("vl1-2.2");
    book.join(number(1), AGAIN, NOW);
    book.join(number(2), served, NOW);
    String ended =
        """
        INSERT INTO call_record (call_id, caller, arrived_at, answered_at, ended_at, engine_run)
        VALUES (?, '', ?, ?, ?, 1)
        """;
    database.transaction(
        handle ->
            handle.execute(ended, AGAIN, NOW, Optional.empty(), NOW)
                + handle.execute(ended, served, NOW, NOW, NOW));
    assertThat(book.joined())
        .extracting(joined -> joined.over() + " " + joined.served())
        .containsExactlyInAnyOrder("true false", "true true");
  }

  @Test
  void whoAsksAgainFromThePlaceIsOwedTheCallAsBefore() {
    ask(1, NOW.minusSeconds(90));
    book.join(number(1), AGAIN, NOW);
    assertThat(ask(1, NOW)).isInstanceOf(Asked.Joined.class);
    assertThat(book.begin(NOW, 1)).hasSize(1);
  }

  private void missed(Owed owed, Instant at) {
    book.ended(owed, it -> RULE.missed(it, at), TryEnd.MISSED, at.plusSeconds(30));
  }

  private static PlaceInLine place(Instant since) {
    return new PlaceInLine(QUEUE, Demand.parse("inquiry:2|general"), 3, since);
  }

  private Asked ask(int customer, Instant queuedAt) {
    return book.ask(
        wish(customer), NOW, open -> RULE.asked(number(customer), place(queuedAt), open, NOW));
  }

  private List<String> texts(String sql) {
    return database.read(handle -> handle.select(sql).map((rs, ctx) -> rs.getString("t")).list());
  }

  private static Wish wish(int customer) {
    return new Wish(
        new CallId("vl1-1." + customer),
        number(customer),
        Optional.of(new AccountNo("990000000" + customer)),
        Language.EN);
  }

  private static PhoneNumber number(int customer) {
    return new PhoneNumber("0000000000" + customer);
  }
}
