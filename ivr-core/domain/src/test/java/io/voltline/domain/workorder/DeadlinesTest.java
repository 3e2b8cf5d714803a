package io.voltline.domain.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.WorkCalendar;
import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A Monday; the Wednesday after it is a holiday that the Saturday makes up for. */
  private static final Instant NOW = at("2026-09-21T10:00");

  private static final WorkCalendar CALENDAR =
      new WorkCalendar(
          Map.of(
              LocalDate.parse("2026-09-23"), DayKind.HOLIDAY,
              LocalDate.parse("2026-09-26"), DayKind.WORKING));

  private static final TimeLimit RECONNECTION =
      limit("service-request.reconnection", "", Milestone.RECONNECTION, 24, Term.Unit.HOURS);

  private static final Deadlines DEADLINES =
      deadlines(
          limit("fault-repair", "TOWN", Milestone.ARRIVAL, 45, Term.Unit.MINUTES),
          limit("fault-repair", "COUNTRY", Milestone.ARRIVAL, 90, Term.Unit.MINUTES),
          limit("fault-repair.danger", "", Milestone.ARRIVAL, 20, Term.Unit.MINUTES),
          limit("fault-repair", "TOWN", Milestone.RESTORATION, 3, Term.Unit.HOURS),
          limit("complaint", "", Milestone.ANSWER, 5, Term.Unit.WORKING_DAYS),
          limit("tip-off", "", Milestone.ANSWER, 10, Term.Unit.DAYS),
          new TimeLimit(
              Optional.of("service-request.reconnection"),
              Optional.empty(),
              Milestone.REPLY,
              new Term(1, Term.Unit.WORKING_DAYS),
              Optional.of(Milestone.RECONNECTION)),
          limit("", "", Milestone.FOLLOW_UP, 1, Term.Unit.WORKING_DAYS));

  @ParameterizedTest
  @CsvSource({
    "fault-repair.low-voltage, TOWN, ARRIVAL 2026-09-21T10:45",
    "fault-repair.low-voltage, COUNTRY, ARRIVAL 2026-09-21T11:30",
    "fault-repair.low-voltage, REMOTE,",
    "fault-repair.low-voltage,, ARRIVAL 2026-09-21T10:45",
    "fault-repair.danger, COUNTRY, ARRIVAL 2026-09-21T10:20",
    "fault-repairs, TOWN,",
    "complaint, TOWN, ANSWER 2026-09-29T00:00 day",
    "tip-off.theft, TOWN, ANSWER 2026-10-02T00:00 day",
    "praise, TOWN,",
  })
  void theLimitClosestToTypeAndAreaHolds(String type, Area area, String expected) {
    assertThat(DEADLINES.accepted(type, Optional.ofNullable(area), NOW))
        .extracting(DeadlinesTest::told)
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void oneCountedFromAnotherBeginsWhereThatIsDue() {
    assertThat(DEADLINES.accepted("service-request.reconnection", Optional.empty(), NOW))
        .extracting(DeadlinesTest::told)
        .containsExactly("RECONNECTION 2026-09-22T10:00", "REPLY 2026-09-25T00:00 day");
  }

  @Test
  void oneCountedFromWhatThisOrderLacksBeginsAtOnce() {
    var reply =
        new TimeLimit(
            Optional.empty(),
            Optional.empty(),
            Milestone.REPLY,
            new Term(2, Term.Unit.HOURS),
            Optional.of(Milestone.ARRIVAL));
    assertThat(deadlines(reply).accepted("praise", Optional.empty(), NOW))
        .extracting(DeadlinesTest::told)
        .containsExactly("REPLY 2026-09-21T12:00");
  }

  @Test
  void powerIsDueBackFromTheArrivalOnAndOnlyOnce() {
    Instant arrived = at("2026-09-21T10:40");
    var begun = DEADLINES.moved(order(List.of()), WorkOrderStatus.ARRIVED, arrived);
    assertThat(begun)
        .extracting(DeadlinesTest::told)
        .containsExactly("RESTORATION 2026-09-21T13:40");
    assertThat(DEADLINES.moved(order(begun), WorkOrderStatus.IN_WORK, arrived)).isEmpty();
    assertThat(DEADLINES.moved(order(List.of()), WorkOrderStatus.IN_WORK, arrived))
        .as("a crew that starts without telling that it arrived")
        .hasSize(1);
    assertThat(DEADLINES.moved(order(List.of()), WorkOrderStatus.DISPATCHED, arrived)).isEmpty();
  }

  @Test
  void aFollowUpIsDueAnewEachTimeItBegins() {
    var before = new Due(Milestone.FOLLOW_UP, NOW, true);
    assertThat(DEADLINES.moved(order(List.of(before)), WorkOrderStatus.TO_FOLLOW_UP, NOW))
        .extracting(DeadlinesTest::told)
        .containsExactly("FOLLOW_UP 2026-09-23T00:00 day");
  }

  @Test
  void whatIsDoneIsPendingNoMore() {
    var arrival = new Due(Milestone.ARRIVAL, at("2026-09-21T10:45"), false);
    var restoration = new Due(Milestone.RESTORATION, at("2026-09-21T13:40"), false);
    var answer = new Due(Milestone.ANSWER, at("2026-09-21T12:00"), false);
    var order = order(List.of(restoration, answer, arrival));
    assertThat(order.status()).isEqualTo(WorkOrderStatus.ARRIVED);
    assertThat(order.pending()).containsExactly(answer, restoration);
  }

  @ParameterizedTest
  @CsvSource({"0, MINUTES", "10081, MINUTES", "721, HOURS", "366, DAYS", "251, WORKING_DAYS"})
  void noTermIsOutOfItsRange(int amount, Term.Unit unit) {
    assertThatThrownBy(() -> new Term(amount, unit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(amount + " " + unit);
  }

  @Test
  void aProfileThatMakesNoSenseIsRefusedWithThePlace() {
    var arrival = limit("fault-repair", "TOWN", Milestone.ARRIVAL, 45, Term.Unit.MINUTES);
    var again = limit("fault-repair", "TOWN", Milestone.ARRIVAL, 60, Term.Unit.MINUTES);
    assertThatThrownBy(() -> deadlines(arrival, again)).hasMessageContaining("/limits/2");
    var circle =
        new TimeLimit(
            Optional.empty(),
            Optional.empty(),
            Milestone.REPLY,
            new Term(1, Term.Unit.DAYS),
            Optional.of(Milestone.RESTORATION));
    assertThatThrownBy(() -> deadlines(circle)).hasMessageContaining("/limits/1");
    assertThatThrownBy(() -> new LimitProfile("p-1", new Bilingual("时限", "P"), List.of(arrival)))
        .hasMessageContaining("after a payment");
    assertThatThrownBy(
            () -> new LimitProfile("P 1", new Bilingual("时限", "P"), List.of(RECONNECTION)))
        .hasMessageContaining("/id");
    assertThatThrownBy(
            () -> new LimitProfile("p-1", new Bilingual(" ", "P"), List.of(RECONNECTION)))
        .hasMessageContaining("/name/zh");
  }

  private static Deadlines deadlines(TimeLimit... limits) {
    var all = new ArrayList<TimeLimit>(List.of(RECONNECTION));
    all.addAll(List.of(limits));
    return new Deadlines(
        new LimitProfile("profile-1", new Bilingual("时限", "Limits"), all), CALENDAR, ZONE);
  }

  private static TimeLimit limit(
      String type, String area, Milestone milestone, int amount, Term.Unit unit) {
    return new TimeLimit(
        Optional.of(type).filter(it -> !it.isEmpty()),
        Optional.of(area).filter(it -> !it.isEmpty()).map(Area::valueOf),
        milestone,
        new Term(amount, unit),
        Optional.empty());
  }

  private static WorkOrder order(List<Due> due) {
    return new WorkOrder(
        new WorkOrderNo("20260921000001"),
        new WorkOrderForm(
            "fault-repair.low-voltage",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.of(Area.TOWN),
            Optional.empty(),
            "没电"),
        WorkOrderStatus.ARRIVED,
        Urgency.NORMAL,
        NOW,
        "1001",
        WorkOrderSource.AGENT,
        Optional.empty(),
        due,
        List.of());
  }

  private static String told(Due due) {
    return "%s %s%s"
        .formatted(
            due.milestone(), LocalDateTime.ofInstant(due.by(), ZONE), due.wholeDay() ? " day" : "");
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
