package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.routing.Candidate;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Decision;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.OverflowCause;
import io.voltline.domain.routing.Verdict;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.Target;
import io.voltline.engine.call.CallerDirectory;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.call.Surveys;
import io.voltline.engine.desk.CallHistory.Query;
import io.voltline.engine.desk.CallQuality;
import io.voltline.engine.desk.CallStory;
import io.voltline.engine.desk.QueueDay;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.talk.TalkLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CallRecordsIT {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123Z");
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Relay wire;
  private Database database;
  private WriteBehind writes;
  private SqlCallLog log;
  private SqlCallHistory history;

  @BeforeEach
  void start() throws Exception {
    wire = new Relay(TestMariaDb.port());
    database = TestMariaDb.open(TestMariaDb.through(wire));
    writes = new WriteBehind(database, 20);
    log = new SqlCallLog(writes, new EngineRun(NOW));
    history = new SqlCallHistory(database, writes);
  }

  @AfterEach
  void stop() {
    writes.close();
    database.close();
    wire.close();
  }

  @Test
  void aLiveCallIsReadAsItIsWritten() {
    log.arrived(CALL, "+86 000 0000 0001", NOW);
    log.identified(CALL, new AccountNo("9900000001"));
    log.language(CALL, Language.EN);
    log.node(CALL, "welcome", Optional.of('1'), NOW);
    log.node(CALL, "main", Optional.empty(), NOW.plusSeconds(1));
    log.queued(CALL, new QueueId("general"), NOW.plusSeconds(2));
    log.offered(CALL, new OfferId(1), AGENT, Duration.ofSeconds(8), NOW.plusSeconds(2));
    var ringing = call();
    assertThat(ringing.caller()).isEqualTo("+86 000 0000 0001");
    assertThat(ringing.arrivedAt()).isEqualTo(NOW);
    assertThat(ringing.accountNo()).contains(new AccountNo("9900000001"));
    assertThat(ringing.language()).contains(Language.EN);
    assertThat(ringing.queue()).contains(new QueueId("general"));
    assertThat(ringing.flowPath())
        .extracting(CallStory.Visited::node, CallStory.Visited::key)
        .containsExactly(tuple("welcome", Optional.of('1')), tuple("main", Optional.empty()));
    assertThat(ringing.offers())
        .containsExactly(
            new CallStory.Offered(
                AGENT,
                NOW.plusSeconds(2),
                Duration.ofSeconds(8),
                OfferOutcome.RINGING,
                Optional.empty()));
    assertThat(ringing.answeredAt()).isEmpty();

    log.answered(CALL, new OfferId(1), AGENT, NOW.plusSeconds(5));
    log.ended(CALL, EndReason.AGENT_HUNG_UP, NOW.plusSeconds(65));
    var ended = call();
    assertThat(ended.offers())
        .extracting(CallStory.Offered::outcome, CallStory.Offered::endedAt)
        .containsExactly(tuple(OfferOutcome.ANSWERED, Optional.of(NOW.plusSeconds(5))));
    assertThat(ended.answeredBy()).contains(AGENT);
    assertThat(ended.answeredAt()).contains(NOW.plusSeconds(5));
    assertThat(ended.endedAt()).contains(NOW.plusSeconds(65));
    assertThat(ended.endReason()).contains(EndReason.AGENT_HUNG_UP);
  }

  @Test
  void callsAreFoundByWhatIsKnownOfThem() {
    log.arrived(CALL, "00000000001", NOW);
    log.queued(CALL, new QueueId("general"), NOW);
    log.offered(CALL, new OfferId(1), AGENT, Duration.ofSeconds(8), NOW);
    var later = new CallId("vl1-1.2");
    log.arrived(later, "anonymous", NOW.plusSeconds(60));
    assertThat(ids(query(Optional.empty(), Optional.empty()))).containsExactly(later, CALL);
    assertThat(ids(query(Optional.of("0086 000-0000-0001"), Optional.empty())))
        .containsExactly(CALL);
    assertThat(ids(query(Optional.of("anonymous"), Optional.empty()))).containsExactly(later);
    assertThat(ids(query(Optional.empty(), Optional.of(AGENT)))).containsExactly(CALL);
    var untilThen =
        new Query(
            Optional.of(NOW),
            Optional.of(NOW.plusSeconds(60)),
            Optional.empty(),
            Optional.empty(),
            Optional.of("general"),
            false,
            1);
    assertThat(ids(untilThen)).containsExactly(CALL);
  }

  @Test
  void aBrokenPromiseIsKeptAsItWasFirstFound() {
    log.arrived(CALL, "00000000001", NOW);
    log.arrived(new CallId("vl1-1.2"), "00000000002", NOW);
    assertThat(call().promiseBroken()).isEmpty();
    log.broken(broken(BreachCause.ALL_BUSY), NOW.plusSeconds(12));
    log.broken(broken(BreachCause.ENGINE_OR_SWITCH), NOW.plusSeconds(20));
    assertThat(call().promiseBroken())
        .contains(new CallStory.BrokenPromise(NOW.plusSeconds(12), BreachCause.ALL_BUSY));
    var lately =
        new Query(
            Optional.of(NOW),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            50);
    assertThat(ids(lately)).containsExactly(CALL);
  }

  private static Command.PromiseBroken broken(BreachCause cause) {
    return new Command.PromiseBroken(CALL, new QueueId("general"), cause);
  }

  @Test
  void theDayCountsWhoWasAnsweredInTimeAndWhoGaveUp() {
    QueueId night = new QueueId("night-" + System.nanoTime());
    called("in-time", night, NOW);
    log.answered(new CallId("in-time"), new OfferId(1), AGENT, NOW.plusSeconds(5));
    called("late", night, NOW);
    log.broken(
        new Command.PromiseBroken(new CallId("late"), night, BreachCause.ALL_BUSY),
        NOW.plusSeconds(12));
    log.answered(new CallId("late"), new OfferId(2), AGENT, NOW.plusSeconds(14));
    called("gone", night, NOW);
    log.ended(new CallId("gone"), EndReason.ABANDONED_IN_QUEUE, NOW.plusSeconds(3));
    called("gone-late", night, NOW);
    log.broken(
        new Command.PromiseBroken(new CallId("gone-late"), night, BreachCause.ALL_BUSY),
        NOW.plusSeconds(12));
    log.ended(new CallId("gone-late"), EndReason.ABANDONED_IN_QUEUE, NOW.plusSeconds(30));
    called("yesterday", night, NOW.minusSeconds(86_400));
    log.answered(new CallId("yesterday"), new OfferId(3), AGENT, NOW.minusSeconds(86_390));
    writes.settle(PATIENCE);

    assertThat(new SqlQueueDays(database).since(NOW))
        .filteredOn(day -> day.queue().equals(night))
        .containsExactly(new QueueDay(night, 2, 1, 2, 1));
  }

  private void called(String call, QueueId queue, Instant at) {
    log.arrived(new CallId(call), "000 0000 0001", at);
    log.queued(new CallId(call), queue, at);
    // No more may wait at once than this queue holds.
    writes.settle(PATIENCE);
  }

  @Test
  void theSoundOfATalkIsKeptOnceAndOnlyForWhoWasInIt() {
    var quality =
        new CallQuality(AGENT, NOW.plusSeconds(5), 60, 0.5, 3.2, Optional.of(1.5), 4.3, 4.1);
    var qualities = new SqlCallQualities(database, writes);
    log.arrived(CALL, "00000000001", NOW);
    log.offered(CALL, new OfferId(1), AGENT, Duration.ofSeconds(8), NOW);
    assertThat(qualities.keep(CALL, quality)).isFalse();
    log.answered(CALL, new OfferId(1), AGENT, NOW.plusSeconds(5));
    assertThat(qualities.keep(CALL, quality)).isTrue();
    assertThat(qualities.keep(CALL, quality)).isTrue();
    assertThat(call().quality()).containsExactly(quality);

    var asked = new AgentNo("1002");
    var later = new CallQuality(asked, NOW.plusSeconds(30), 20, 0, 2, Optional.empty(), 4.4, 4.4);
    var talks = new SqlTalkLog(writes, new EngineRun(NOW));
    var to = Optional.<Target>of(new Target.Desk(asked));
    long part = talks.began(new TalkLog.Part(CALL, PartKind.CONSULT, AGENT, to, NOW));
    assertThat(qualities.keep(CALL, later)).as("is only rung").isFalse();
    talks.answered(CALL, part, NOW.plusSeconds(30));
    assertThat(qualities.keep(CALL, later)).isTrue();
    assertThat(call().quality()).containsExactly(quality, later);
  }

  @Test
  void overflowsAreReadInTheirOrder() {
    log.arrived(CALL, "00000000001", NOW);
    call();
    overflow(1, "fault", "'general'", "WAITED");
    overflow(2, "general", "NULL", "NOBODY_CERTIFIED");
    assertThat(call().overflows())
        .containsExactly(
            new CallStory.Overflown(
                NOW,
                new QueueId("fault"),
                Optional.of(new QueueId("general")),
                OverflowCause.WAITED),
            new CallStory.Overflown(
                NOW, new QueueId("general"), Optional.empty(), OverflowCause.NOBODY_CERTIFIED));
  }

  private void overflow(int seq, String from, String to, String cause) {
    database.transaction(
        handle ->
            handle.execute(
                "INSERT INTO call_overflow VALUES (?, 1, ?, ?, ?, " + to + ", ?)",
                CALL,
                seq,
                NOW,
                from,
                cause));
  }

  @Test
  void routingDecisionsAreKeptInTheirOrder() {
    log.arrived(CALL, "00000000001", NOW);
    var waits = decision("WAIT", List.of());
    var offered =
        decision(
            "OFFERED:1001",
            List.of(
                new Candidate(AGENT, Verdict.CHOSEN),
                new Candidate(new AgentNo("1002"), Verdict.NOT_IDLE)));
    log.decided(CALL, waits);
    log.decided(CALL, offered);
    assertThat(history.decisions(CALL)).contains(List.of(waits, offered));
    assertThat(history.decisions(new CallId("vl1-9.9"))).isEmpty();
  }

  private static Decision decision(String outcome, List<Candidate> candidates) {
    return new Decision(
        NOW.toEpochMilli(),
        outcome,
        new QueueId("fault"),
        Demand.parse("fault:3+english:2|general:1"),
        true,
        -1_500,
        8_000,
        candidates,
        3);
  }

  @Test
  void aCallTakenOverByALaterEngineKeepsItsArrivalAndItsOffers() {
    log.arrived(CALL, "00000000001", NOW);
    log.offered(CALL, new OfferId(1), AGENT, Duration.ofSeconds(8), NOW.plusSeconds(1));
    var next = new SqlCallLog(writes, new EngineRun(NOW.plusSeconds(10)));
    next.arrived(CALL, "00000000001", NOW.plusSeconds(11));
    next.offered(
        CALL, new OfferId(1), new AgentNo("1002"), Duration.ofSeconds(4), NOW.plusSeconds(12));
    assertThat(call().arrivedAt()).isEqualTo(NOW);
    assertThat(call().offers()).hasSize(2);
  }

  @Test
  void aCallWhoseEngineWasKilledIsClosedWhenTheSwitchNoLongerHasIt() {
    log.arrived(CALL, "00000000001", NOW);
    log.offered(CALL, new OfferId(1), AGENT, Duration.ofSeconds(8), NOW);
    var live = new CallId("vl1-1.2");
    log.arrived(live, "00000000002", NOW);
    var next = new EngineRun(NOW.plusSeconds(10));
    var own = new CallId("vl1-1.3");
    new SqlCallLog(writes, next).arrived(own, "00000000003", NOW.plusSeconds(11));
    history.find(own);
    var asked = new ArrayList<Surveys.Talk>();
    try (var lost =
        new LostCalls(
            database, next, live::equals, asked::add, InstantSource.fixed(NOW.plusSeconds(60)))) {
      assertThat(lost.look()).isTrue();
    }
    assertThat(asked).as("nobody talked").isEmpty();
    assertThat(call().endReason()).contains(EndReason.ENGINE_LOST);
    assertThat(call().endedAt()).contains(NOW.plusSeconds(60));
    assertThat(call().offers())
        .extracting(CallStory.Offered::outcome)
        .containsExactly(OfferOutcome.CALLER_LEFT);
    assertThat(history.find(live).orElseThrow().endedAt()).isEmpty();
    assertThat(history.find(own).orElseThrow().endedAt()).isEmpty();

    new SqlCallLog(writes, next).arrived(CALL, "00000000001", NOW.plusSeconds(70));
    assertThat(call().endedAt()).isEmpty();
    assertThat(call().endReason()).isEmpty();
  }

  @Test
  void whoTalkedAndLostTheEngineIsAskedHowTheTalkWas() {
    log.arrived(CALL, "00000000001", NOW);
    log.language(CALL, Language.EN);
    log.node(CALL, "agent", Optional.empty(), NOW);
    log.answered(CALL, new OfferId(1), AGENT, NOW.plusSeconds(10));
    var standsIn = new CallId("vl1-1.2");
    log.arrived(standsIn, "00000000002", NOW);
    log.answered(standsIn, new OfferId(2), AGENT, NOW.plusSeconds(10));
    call();
    var asked = new ArrayList<Surveys.Talk>();
    var next = new EngineRun(NOW.plusSeconds(20));
    try (var lost = new LostCalls(database, next, _ -> false, asked::add, () -> NOW)) {
      assertThat(lost.look()).isTrue();
      assertThat(lost.look()).isTrue();
    }
    assertThat(asked).containsExactly(new Surveys.Talk(CALL, "00000000001", AGENT, Language.EN));
  }

  @Test
  void whoTalkedWithACallerLastIsPreferredForADay() {
    log.arrived(CALL, "00000000001", NOW);
    log.answered(CALL, new OfferId(1), AGENT, NOW.plusSeconds(10));
    call();
    assertThat(callers(NOW.plusSeconds(86_000)).known("+86 000 0000 0001").preferred())
        .containsExactly(AGENT);
    assertThat(callers(NOW.plusSeconds(87_000)).known("00000000001").preferred()).isEmpty();
    assertThat(callers(NOW).known("00000000002").preferred()).isEmpty();
  }

  @Test
  void anAccountManagerWhoIsAnAgentComesBeforeTheLastAgent() {
    log.arrived(CALL, "00000000004", NOW);
    log.answered(CALL, new OfferId(1), AGENT, NOW.plusSeconds(10));
    call();
    var manager = new AgentNo("1009");
    database.transaction(
        handle -> {
          handle.execute(
              """
              INSERT INTO customer (account_no, name, address, area, customer_class, credit_grade,
                balance, cut_off, dual_supply, meter_no, transformer_area, supply_station,
                manager_agent_no)
              VALUES ('9900000004', '', '', 'TOWN', 'KEY', 'AAA', 0, FALSE, FALSE, '', '', '', ?)
              """,
              manager);
          return handle.execute("INSERT INTO customer_phone VALUES ('9900000004', '00000000004')");
        });
    assertThat(callers(NOW).known("00000000004"))
        .isEqualTo(
            new CallerDirectory.Known(
                Optional.of(new AccountNo("9900000004")), true, List.of(manager, AGENT)));
  }

  @Test
  void anOverflowIsKeptAndTheCallIsInTheOtherQueue() {
    log.arrived(CALL, "00000000001", NOW);
    log.queued(CALL, new QueueId("fault"), NOW);
    var general = new QueueId("general");
    log.overflowed(
        new Command.Overflowed(
            CALL, new QueueId("fault"), Optional.of(general), OverflowCause.WAITED),
        NOW.plusSeconds(5));
    log.overflowed(
        new Command.Overflowed(CALL, general, Optional.empty(), OverflowCause.NOBODY_CERTIFIED),
        NOW.plusSeconds(6));
    assertThat(call().queue()).contains(general);
    List<String> overflows =
        database.read(
            handle ->
                handle
                    .select("SELECT * FROM call_overflow ORDER BY seq")
                    .map((rs, ctx) -> rs.getString("to_queue") + " " + rs.getString("cause"))
                    .list());
    assertThat(overflows).containsExactly("general WAITED", "null NOBODY_CERTIFIED");
  }

  private CallerDirectory callers(Instant now) {
    return new SqlCallers(database, InstantSource.fixed(now), Duration.ofDays(1));
  }

  @Test
  void whatHappensWhileTheDatabaseIsDownIsWrittenLater() {
    log.arrived(CALL, "00000000001", NOW);
    call();
    wire.cut();
    log.queued(CALL, new QueueId("general"), NOW.plusSeconds(1));
    log.ended(CALL, EndReason.ABANDONED_IN_QUEUE, NOW.plusSeconds(9));
    await().atMost(PATIENCE).until(() -> !database.up());
    assertThatThrownBy(() -> history.find(CALL)).isInstanceOf(Unavailable.class);
    assertThat(callers(NOW).known("00000000001")).isEqualTo(CallerDirectory.Known.NOTHING);
    wire.mend();
    await().atMost(PATIENCE).until(database::up);
    await().atMost(PATIENCE).until(() -> call().endReason().isPresent());
    assertThat(call().queuedAt()).contains(NOW.plusSeconds(1));
    assertThat(writes.refused()).isZero();
  }

  @Test
  void tooManyWritesWhileTheDatabaseIsDownAreCounted() {
    wire.cut();
    await().atMost(PATIENCE).until(() -> !database.up());
    for (int call = 0; call < 100; call++) {
      log.arrived(new CallId("vl1-2." + call), "00000000001", NOW);
    }
    // Besides the 20 that wait, the writer may hold one it took and the 20 it found behind that.
    assertThat(writes.refused()).isBetween(59L, 80L);
    wire.mend();
    await().atMost(PATIENCE).until(() -> writes.waiting() == 0 && database.up());
    await().atMost(PATIENCE).until(() -> !ids(query(Optional.empty(), Optional.empty())).isEmpty());
    assertThat(ids(query(Optional.empty(), Optional.empty())).size() + writes.refused())
        .isEqualTo(100);
  }

  @Test
  void aWriteTheDatabaseRefusesTakesNoOtherWithIt() {
    log.node(CALL, "x".repeat(100), Optional.empty(), NOW);
    log.arrived(CALL, "00000000001", NOW);
    log.node(CALL, "main", Optional.empty(), NOW);
    await().atMost(PATIENCE).until(() -> writes.faulty() == 1);
    assertThat(call().flowPath()).extracting(CallStory.Visited::node).containsExactly("main");
  }

  @Test
  void stoppingWritesWhatWaits() {
    for (int call = 0; call < 10; call++) {
      log.arrived(new CallId("vl1-3." + call), "00000000001", NOW);
    }
    writes.close();
    assertThat(ids(query(Optional.empty(), Optional.empty()))).hasSize(10);
  }

  private CallStory call() {
    return history.find(CALL).orElseThrow();
  }

  private List<CallId> ids(Query query) {
    return history.list(query).stream().map(CallStory::callId).toList();
  }

  private static Query query(Optional<String> caller, Optional<AgentNo> agent) {
    return new Query(
        Optional.empty(), Optional.empty(), caller, agent, Optional.empty(), false, 500);
  }
}
