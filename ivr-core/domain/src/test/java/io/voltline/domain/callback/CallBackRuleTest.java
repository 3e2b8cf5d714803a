package io.voltline.domain.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.OpeningHours.Standing;
import io.voltline.domain.calendar.Span;
import io.voltline.domain.calendar.WorkCalendar;
import io.voltline.domain.callback.CallBackRule.Asked;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Check;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallBackRuleTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final PhoneNumber NUMBER = new PhoneNumber("00000000001");
  private static final QueueId QUEUE = new QueueId("fault");
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final Instant NOW = at("2026-09-18T20:50:00");
  private static final CallBackRule RULE =
      new CallBackRule(
          List.of(Duration.ofMinutes(5), Duration.ofMinutes(15)), span("08:00", "21:00"), ZONE);

  @Test
  void theCustomerKeepsThePlaceThroughEveryTry() {
    CallBack first = accepted(NOW.minusSeconds(90));
    assertThat(first.due(NOW)).isTrue();
    CallBack second = RULE.missed(first.begun(), NOW.plusSeconds(60));
    assertThat(second.notBefore()).isEqualTo(NOW.plusSeconds(60).plus(Duration.ofMinutes(5)));
    assertThat(second.due(second.notBefore().minusMillis(1))).isFalse();
    assertThat(second.due(second.notBefore())).isTrue();
    CallBack third = RULE.missed(second.begun(), second.notBefore());
    assertThat(third.notBefore()).isEqualTo(at("2026-09-19T08:00:00"));
    assertThat(third.place().since()).isEqualTo(NOW.minusSeconds(90));
    CallBack last = RULE.missed(third.begun(), third.notBefore());
    assertThat(last.status()).isEqualTo(CallBackStatus.GIVEN_UP);
    assertThat(last.tries()).isEqualTo(3).isEqualTo(RULE.mostTries());
    assertThat(last.due(third.notBefore())).isFalse();
  }

  @Test
  void aSecondWishJoinsTheFirstInTheEarlierPlace() {
    CallBack paused = RULE.missed(accepted(NOW.minusSeconds(90)).begun(), NOW);
    Instant later = NOW.plusSeconds(30);
    CallBack joined = joined(paused, later, later);
    assertThat(joined.place().since()).isEqualTo(NOW.minusSeconds(90));
    assertThat(joined.notBefore()).as("who calls can be reached").isEqualTo(later);
    assertThat(joined.tries()).isEqualTo(1);
    assertThat(joined(paused, NOW.minusSeconds(500), later).place().since())
        .isEqualTo(NOW.minusSeconds(500));
  }

  @Test
  void joiningDisturbsNoTryAndBreaksNoNightRest() {
    CallBack trying = accepted(NOW).begun();
    assertThat(joined(trying, NOW, NOW).status()).isEqualTo(CallBackStatus.TRYING);
    CallBack overNight = RULE.missed(trying, at("2026-09-18T20:58:00"));
    assertThat(overNight.notBefore()).isEqualTo(at("2026-09-19T08:00:00"));
    assertThat(joined(overNight, NOW, at("2026-09-18T23:00:00")).notBefore())
        .isEqualTo(at("2026-09-19T08:00:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-18T07:59:59, 2026-09-18T08:00:00",
    "2026-09-18T08:00:00, 2026-09-18T08:00:00",
    "2026-09-18T20:59:59, 2026-09-18T20:59:59",
    "2026-09-18T21:00:00, 2026-09-19T08:00:00",
    "2026-09-19T00:00:00, 2026-09-19T08:00:00"
  })
  void nobodyIsCalledAtNight(String moment, String first) {
    assertThat(RULE.allowedFrom(at(moment))).isEqualTo(at(first));
    if (!moment.equals(first)) {
      assertThat(RULE.asked(NUMBER, place(at(moment)), Optional.empty(), at(moment)))
          .isEqualTo(new Asked.ClosedHours());
    }
  }

  @ParameterizedTest
  @CsvSource({"07:59, 20:00", "08:00, 21:01", "08:00, 00:00"})
  void hoursThatReachIntoTheNightAreRefused(String from, String until) {
    assertThatThrownBy(() -> new CallBackRule(List.of(), span(from, until), ZONE))
        .hasMessageContaining("into the night");
  }

  @Test
  void theHoursAreTheSameOnHolidays() {
    var holidays = new WorkCalendar(Map.of(NOW.atZone(ZONE).toLocalDate(), DayKind.HOLIDAY));
    assertThat(RULE.openingHours().at(NOW, holidays, ZONE)).isEqualTo(new Standing.Open());
  }

  @Test
  void aCustomerWhoWasServedIsOwedNothing() {
    CallBack open = accepted(NOW);
    assertThat(open.calledIn(CALL).status()).isEqualTo(CallBackStatus.CALLED_IN);
    CallBack reached = open.begun().reached();
    assertThat(reached.status().open()).isFalse();
    assertThat(reached.calledIn(CALL)).isEqualTo(reached);
    assertThatThrownBy(() -> open.begun().begun()).isInstanceOf(Check.Broken.class);
    assertThatThrownBy(open::reached).isInstanceOf(Check.Broken.class);
  }

  @Test
  void aCustomerWhoCallsAgainStandsExactlyWhereTheCallBackStood() {
    CallBack open = accepted(NOW.minusSeconds(90));
    var now = new PlaceInLine(QUEUE, Demand.parse("general"), 9, NOW);
    assertThat(open.placeOfRedial(now)).isEqualTo(open.place());
  }

  @Test
  void forAnotherMatterTheTimeWaitedCountsInItsOwnQueue() {
    CallBack open = accepted(NOW.minusSeconds(90));
    var danger = new PlaceInLine(new QueueId("danger"), Demand.parse("fault|general"), 9, NOW);
    assertThat(open.placeOfRedial(danger))
        .isEqualTo(new PlaceInLine(danger.queue(), danger.demand(), 9, open.place().since()));
    var bill = new PlaceInLine(new QueueId("bill"), Demand.parse("inquiry:2"), 0, NOW);
    assertThat(open.placeOfRedial(bill).priority()).as("that of the call-back").isEqualTo(4);
  }

  @Test
  void whileItsCustomerWaitsNobodyIsCalledAndNoTryCounts() {
    CallBack open = accepted(NOW);
    assertThat(open.joined(CALL).due(NOW)).isFalse();
    CallBack trying = open.begun().joined(CALL);
    CallBack missed = RULE.missed(trying, NOW.plusSeconds(1));
    assertThat(missed.status()).isEqualTo(CallBackStatus.WAITING);
    assertThat(missed.tries()).isZero();
    assertThat(missed.due(NOW.plusSeconds(1))).as("still on the line").isFalse();
    assertThat(missed.leftAlone().due(NOW.plusSeconds(1))).isTrue();
    assertThat(missed.leftAlone().place()).isEqualTo(open.place());
  }

  @Test
  void servedInTheCallThatJoinedItItEndsAsJoined() {
    CallBack joined = accepted(NOW).joined(CALL);
    assertThat(joined.calledIn(CALL).status()).isEqualTo(CallBackStatus.JOINED);
    assertThat(joined.calledIn(new CallId("vl1-1.2")).status()).isEqualTo(CallBackStatus.CALLED_IN);
    CallBack reached = joined.begun().reached();
    assertThat(reached.joined(CALL)).as("what is over is joined no more").isEqualTo(reached);
  }

  @Test
  void whoAsksAgainInsteadOfWaitingIsCalledBackAfterAll() {
    CallBack joined = joined(accepted(NOW.minusSeconds(90)).joined(CALL), NOW, NOW);
    assertThat(joined.joinedBy()).isEmpty();
    assertThat(joined.due(NOW)).isTrue();
  }

  private static PlaceInLine place(Instant since) {
    return new PlaceInLine(QUEUE, Demand.parse("fault:3"), 4, since);
  }

  private static CallBack accepted(Instant queuedAt) {
    return ((Asked.Accepted) RULE.asked(NUMBER, place(queuedAt), Optional.empty(), NOW)).callBack();
  }

  private static CallBack joined(CallBack open, Instant queuedAt, Instant now) {
    return ((Asked.Joined) RULE.asked(NUMBER, place(queuedAt), Optional.of(open), now)).callBack();
  }

  private static Span span(String from, String until) {
    return new Span(LocalTime.parse(from), LocalTime.parse(until));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
