package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.OpeningHours.Standing;
import io.voltline.domain.customer.Outage;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.selfservice.SmsOutbox.Sms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What stands behind the callers' services, on the data of a new house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SelfServiceIT {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final PhoneNumber PHONE = DemoCustomers.phone(1);
  private Database database;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    database = DemoHouse.open(folder, NOW);
  }

  @AfterAll
  void stop() {
    database.close();
  }

  @Test
  void aNumberTellsItsAccountsAndHowOftenItCalledLately() {
    var numbers = new SqlCallerNumbers(database);
    assertThat(numbers.accounts(PHONE)).containsExactly(DemoCustomers.account(1));
    assertThat(numbers.accounts(new PhoneNumber("00000099999"))).isEmpty();
    change("INSERT INTO customer_phone VALUES ('9900000001', '00000077777')");
    change("INSERT INTO customer_phone VALUES ('9900000002', '00000077777')");
    assertThat(numbers.accounts(new PhoneNumber("00000077777"))).hasSize(2);

    for (int call = 1; call <= 3; call++) {
      change(
          """
          INSERT INTO call_record (call_id, caller, caller_phone, arrived_at, engine_run)
          VALUES (?, '', ?, ?, 1)
          """,
          "vl1-5." + call,
          DemoCustomers.phone(5),
          NOW.minus(Duration.ofMinutes(59L * call)));
    }
    assertThat(
            numbers.otherCalls(
                DemoCustomers.phone(5), new CallId("vl1-5.1"), NOW.minus(Duration.ofHours(2))))
        .isEqualTo(1);
    change("UPDATE call_record SET direction = 'OUT' WHERE call_id = 'vl1-5.2'");
    assertThat(
            numbers.otherCalls(
                DemoCustomers.phone(5), new CallId("vl1-5.1"), NOW.minus(Duration.ofHours(2))))
        .as("whoever was called did not call")
        .isZero();
  }

  @Test
  void outagesAreFoundByPostCodeAndGetAParentOnce() {
    var outages = new SqlOutages(database);
    assertThat(outages.inPostCode("990002"))
        .extracting(Outage::id)
        .containsExactly("demo-outage-2");
    assertThat(outages.inPostCode("990110"))
        .singleElement()
        .satisfies(
            outage -> {
              assertThat(outage.expectedBackAt()).isEmpty();
              assertThat(outage.parentWorkOrder()).isEmpty();
            });
    assertThat(outages.inPostCode("990109")).isEmpty();
    assertThat(outages.inPostCode("100000")).isEmpty();
    outages.parent("demo-outage-100", new WorkOrderNo("20261121000001"));
    outages.parent("demo-outage-100", new WorkOrderNo("20261121000002"));
    assertThat(outages.find("demo-outage-100").orElseThrow().parentWorkOrder())
        .contains("20261121000001");
    assertThat(outages.find("no-such-outage")).isEmpty();
  }

  @Test
  void everySupplyStationHasAHallWithHours() {
    var halls = new SqlHalls(database);
    assertThat(halls.of(DemoCustomers.account(4)).orElseThrow().name().zh()).isEqualTo("示例工业区营业厅");
    assertThat(halls.of(DemoCustomers.account(999))).isEmpty();
    assertThat(
            number(
                "SELECT COUNT(*) FROM customer WHERE supply_station NOT IN (SELECT supply_station"
                    + " FROM hall)"))
        .isZero();
    var calendars = new SqlCalendars(database);
    var days = calendars.workdays();
    assertThat(days.kind(LocalDate.parse("2026-10-10"))).isEqualTo(DayKind.WORKING);
    assertThat(days.kind(LocalDate.parse("2026-10-07"))).isEqualTo(DayKind.HOLIDAY);
    assertThat(calendars.hours("halls").orElseThrow().at(NOW, days, DemoHouse.ZONE))
        .isEqualTo(new Standing.Open());
    assertThat(
            calendars
                .hours("halls")
                .orElseThrow()
                .at(Instant.parse("2026-10-03T02:00:00Z"), days, DemoHouse.ZONE))
        .isEqualTo(new Standing.Holiday(Instant.parse("2026-10-08T00:30:00Z")));
    assertThat(calendars.hours("no-such-calendar")).isEmpty();
  }

  @Test
  void aMessageIsSentOnceOrTriedAgainOrGivenUp() {
    var outbox = new SqlSmsOutbox(database);
    for (String text : List.of("一", "二", "二", "三")) {
      outbox.add(new Sms(new CallId("vl1-1.1"), PHONE, "bill", text), NOW);
    }
    assertThat(outbox.take(NOW.minusMillis(1), 10)).isEmpty();
    var due = outbox.take(NOW, 10);
    assertThat(due).extracting(sms -> sms.text()).containsExactly("一", "二", "三");
    outbox.sent(due.get(0), "loopback", NOW);
    outbox.notSent(due.get(1), "x".repeat(300), Optional.of(NOW.plusSeconds(60)));
    outbox.notSent(due.get(2), "no route", Optional.empty());
    assertThat(outbox.take(NOW, 10)).isEmpty();
    assertThat(outbox.take(NOW.plusSeconds(60), 10))
        .singleElement()
        .satisfies(sms -> assertThat(sms.tries()).isEqualTo(1));
    List<String> states =
        database.read(
            handle ->
                handle
                    .select(
                        "SELECT CONCAT_WS(' ', state, gateway) AS t FROM sms_outbox ORDER BY id")
                    .map((rs, ctx) -> rs.getString("t"))
                    .list());
    assertThat(states).containsExactly("SENT loopback", "WAITING", "FAILED");
  }

  @Test
  void aFaxIsKeptOnceACallAndOnlyOfADocumentThereIs() {
    var faxes = new SqlFaxes(database);
    assertThat(faxes.add(new CallId("vl1-1.1"), "tariff", PHONE, NOW)).isTrue();
    assertThat(faxes.add(new CallId("vl1-1.1"), "tariff", PHONE, NOW)).isTrue();
    assertThat(faxes.add(new CallId("vl1-1.1"), "no-such-document", PHONE, NOW)).isFalse();
    assertThat(number("SELECT COUNT(*) FROM fax_job")).isEqualTo(1);
  }

  private void change(String sql, Object... values) {
    database.transaction(handle -> handle.execute(sql, values));
  }

  private long number(String sql) {
    return database.read(handle -> handle.select(sql).mapTo(Long.class).one());
  }
}
