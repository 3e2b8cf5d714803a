package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.StateRequest;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.survey.RatingVia;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.RestRequest;
import io.voltline.engine.shift.AgentDay;
import io.voltline.engine.shift.Reminder;
import io.voltline.engine.shift.WorkLog.Kind;
import io.voltline.engine.talk.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AgentDaysIT {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00.250Z");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final AgentNo OTHER = new AgentNo("1002");
  private static final QueueId QUEUE = new QueueId("general");
  private Database database;
  private WriteBehind writes;
  private SqlCallLog log;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    writes = new WriteBehind(database, 200);
    log = new SqlCallLog(writes, new EngineRun(NOW));
  }

  @AfterEach
  void stop() {
    writes.close();
    database.close();
  }

  @Test
  void aDayIsTheAgentsOwnSinceItsBeginning() {
    offer(1, AGENT, OfferOutcome.ANSWERED, NOW);
    offer(2, AGENT, OfferOutcome.ANSWERED, NOW);
    log.broken(
        new Command.PromiseBroken(call(2), QUEUE, BreachCause.ALL_BUSY), NOW.plusSeconds(12));
    offer(3, AGENT, OfferOutcome.NOT_ANSWERED, NOW);
    offer(4, AGENT, OfferOutcome.CALLER_LEFT, NOW);
    offer(5, OTHER, OfferOutcome.ANSWERED, NOW);
    offer(6, AGENT, OfferOutcome.ANSWERED, NOW.minusSeconds(1));
    var work = new SqlWorkLog(writes);
    work.worked(AGENT, Kind.TALK, id(1), NOW, NOW.plusMillis(20_500));
    work.worked(AGENT, Kind.HOLD, id(1), NOW.plusMillis(20_500), NOW.plusMillis(30_500));
    work.worked(AGENT, Kind.TALK, id(2), NOW.plusSeconds(60), NOW.plusSeconds(70));
    work.worked(AGENT, Kind.ACW, id(2), NOW.plusSeconds(70), NOW.plusSeconds(85));
    work.worked(AGENT, Kind.ACW, id(2), NOW.plusSeconds(70), NOW.plusSeconds(85));
    work.worked(OTHER, Kind.TALK, id(5), NOW, NOW.plusSeconds(500));
    work.worked(AGENT, Kind.ACW, id(6), NOW.minusSeconds(1), NOW.plusSeconds(900));
    var surveys = new SqlSurveys(database, writes);
    surveys.rate(call(1), Rating.SATISFIED, RatingVia.VOICE, NOW);
    surveys.rate(call(2), Rating.DISSATISFIED, RatingVia.SMS, NOW);
    surveys.rate(call(5), Rating.FAIR, RatingVia.VOICE, NOW);
    writes.settle(Duration.ofSeconds(10));

    assertThat(new SqlAgentDays(database).of(AGENT, NOW))
        .isEqualTo(
            new AgentDay(
                4,
                2,
                1,
                1,
                2,
                Duration.ofMillis(40_500),
                1,
                Duration.ofSeconds(15),
                0,
                Map.of(Rating.SATISFIED, 1, Rating.DISSATISFIED, 1)));
  }

  @Test
  void aDayOnWhichNothingWasIsAllNoughts() {
    assertThat(new SqlAgentDays(database).of(new AgentNo("1999"), NOW))
        .isEqualTo(new AgentDay(0, 0, 0, 0, 0, Duration.ZERO, 0, Duration.ZERO, 0, Map.of()));
  }

  @Test
  void remindersAreKeptUntilTheirAgentHasDoneThem() {
    var book = new SqlReminders(database);
    var order = Optional.of(new WorkOrderNo("20261121000001"));
    Reminder later = book.add(AGENT, wish(NOW.plusSeconds(60), "核实恢复供电", order), NOW);
    Reminder sooner = book.add(AGENT, wish(NOW.plusSeconds(30), "", Optional.empty()), NOW);
    Reminder others = book.add(OTHER, wish(NOW.minusSeconds(5), "", Optional.empty()), NOW);
    assertThat(book.open(AGENT, 10)).containsExactly(sooner, later);
    assertThat(book.open(AGENT, 1)).containsExactly(sooner);
    assertThat(book.overdue(NOW, 10)).containsExactly(others);
    assertThat(book.overdue(NOW.plusSeconds(31), 10)).containsExactly(others, sooner);

    assertThat(book.move(AGENT, sooner.id(), NOW.plusSeconds(90))).isTrue();
    assertThat(book.move(AGENT, sooner.id(), NOW.plusSeconds(90))).as("again").isTrue();
    assertThat(book.open(AGENT, 10))
        .extracting(Reminder::id)
        .containsExactly(later.id(), sooner.id());
    assertThat(book.move(OTHER, sooner.id(), NOW)).isFalse();
    assertThat(book.done(OTHER, later.id(), NOW)).isFalse();
    assertThat(book.done(AGENT, later.id(), NOW)).isTrue();
    assertThat(book.done(AGENT, later.id(), NOW)).isFalse();
    assertThat(book.move(AGENT, later.id(), NOW)).isFalse();
    assertThat(book.open(AGENT, 10)).extracting(Reminder::id).containsExactly(sooner.id());
  }

  @Test
  void restsAskedForAreKeptForTheNextLifeOfTheSameEngine() {
    insertAccount(AGENT, "测试一");
    insertAccount(OTHER, "测试二");
    var book = new SqlRests(database, writes, "one");
    RestRequest first = rest(AGENT, "测试一", BusyReason.MEAL, NOW);
    RestRequest again = rest(AGENT, "测试一", BusyReason.TRAINING, NOW.plusSeconds(2));
    RestRequest others = rest(OTHER, "测试二", BusyReason.SHORT_BREAK, NOW.plusSeconds(1));
    book.asked(first);
    book.asked(others);
    book.asked(again);
    writes.settle(Duration.ofSeconds(10));
    assertThat(new SqlRests(database, writes, "one").open()).containsExactly(others, again);
    assertThat(new SqlRests(database, writes, "two").open()).isEmpty();

    new SqlRests(database, writes, "two").ended(AGENT);
    book.ended(OTHER);
    book.ended(OTHER);
    writes.settle(Duration.ofSeconds(10));
    assertThat(book.open()).containsExactly(again);
  }

  @Test
  void theAuditSaysIntoWhatStateAnAgentWasSetAndForHowLong() {
    var talks = new SqlTalkLog(writes, new EngineRun(NOW));
    var busy =
        new StateRequest(AgentState.BUSY, Optional.of(BusyReason.MEETING), OptionalInt.of(15));
    var idle = Optional.of(StateRequest.idle());
    AuditTrail.Act forced = AuditTrail.Act.on(AGENT, NOW, OTHER, "STATE_BUSY", Optional.of(busy));
    AuditTrail.Act back = AuditTrail.Act.on(AGENT, NOW.plusSeconds(1), OTHER, "STATE_IDLE", idle);
    talks.audited(forced);
    talks.audited(back);
    writes.settle(Duration.ofSeconds(10));
    assertThat(new SqlAudit(database, writes).list(10)).containsExactly(back, forced);
    assertThat(forced.reason()).contains(BusyReason.MEETING);
    assertThat(forced.minutes()).hasValue(15);
  }

  private void insertAccount(AgentNo agent, String name) {
    database.transaction(
        handle ->
            handle.execute(
                """
                REPLACE INTO account (agent_no, name, role, phone, password_hash, sip_password)
                VALUES (?, ?, 'AGENT', 'WEBRTC', 'x', 'x')
                """,
                agent,
                name));
  }

  private static RestRequest rest(AgentNo agent, String name, BusyReason reason, Instant at) {
    return new RestRequest(agent, name, reason, 30, at, at.plus(Duration.ofMinutes(5)));
  }

  private static Reminder.Wish wish(Instant due, String note, Optional<WorkOrderNo> order) {
    return new Reminder.Wish(due, new PhoneNumber("00000000001"), note, id(1), order);
  }

  private void offer(int number, AgentNo agent, OfferOutcome outcome, Instant at) {
    CallId call = call(number);
    var offer = new OfferId(number);
    log.arrived(call, "00000000001", at);
    log.queued(call, QUEUE, at);
    log.offered(call, offer, agent, Duration.ofSeconds(8), at);
    if (outcome == OfferOutcome.ANSWERED) {
      log.answered(call, offer, agent, at.plusSeconds(2));
    } else {
      log.offerEnded(call, offer, outcome, at.plusSeconds(2));
    }
  }

  private static Optional<CallId> id(int number) {
    return Optional.of(call(number));
  }

  private static CallId call(int number) {
    return new CallId("vl1-1." + number);
  }
}
