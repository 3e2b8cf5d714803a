package io.voltline.engine.store;

import static io.voltline.engine.store.ServiceHouse.account;
import static io.voltline.engine.store.ServiceHouse.digits;
import static io.voltline.engine.store.ServiceHouse.number;
import static io.voltline.engine.store.ServiceHouse.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.flow.Input.Told;
import io.voltline.domain.flow.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a flow can look up, on the data of a new house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServicesIT {
  private static final Instant START = ServiceHouse.START;
  private ServiceHouse house;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    house = new ServiceHouse(folder);
  }

  @BeforeEach
  void newCall() {
    house.newCall();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  @Test
  void theFourthCallInTwoHoursIsCounted() {
    house.caller = "+86 000 0000 0005";
    assertThat(house.ask("caller"))
        .isEqualTo(ServiceHouse.told("known", account(5), "repeats", number(1)));
    for (int call = 1; call <= 4; call++) {
      house.arrived("vl1-55." + call, "00000000005", START.minus(Duration.ofMinutes(39L * call)));
    }
    assertThat(house.ask("caller").values()).containsEntry("repeats", number(4));
    house.caller = "";
    assertThat(house.ask("caller")).isEqualTo(ServiceHouse.told("unknown", "repeats", number(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "9900000001, found",
    "9900000999, unknown",
    "99000, unknown",
    "9900000001990000000199000000019900000001, unknown"
  })
  void whateverIsTypedAsAnAccountIsAnAnswer(String typed, String outcome) {
    assertThat(house.ask("account", "account", digits(typed)).outcome()).isEqualTo(outcome);
  }

  @Test
  void outagesAreToldByAccountAndByArea() {
    Told known = house.ask("outage", account(2));
    assertThat(known)
        .isEqualTo(
            ServiceHouse.told(
                "known",
                "outage",
                new Value.Word("demo-outage-2"),
                "reason",
                new Value.Text("设备故障", "equipment fault"),
                "back",
                new Value.Moment(START.plus(Duration.ofHours(3)))));
    assertThat(house.ask("outage-area", "area-code", digits("990002"))).isEqualTo(known);
    assertThat(house.ask("outage", account(1)).outcome()).isEqualTo("none");
    assertThat(house.ask("outage-area", "area-code", digits("12")).outcome()).isEqualTo("none");
    assertThat(house.ask("outage", account(999)).outcome()).isEqualTo("failed");
    house.now = START.plus(Duration.ofHours(4));
    assertThat(house.ask("outage", account(2)).outcome()).isEqualTo("known-without-time");
  }

  @Test
  void figuresOfAnAccountAreTold() {
    assertThat(house.ask("balance", account(1)))
        .isEqualTo(ServiceHouse.told("credit", "balance", yuan("126.40")));
    assertThat(house.ask("balance", account(3)))
        .isEqualTo(ServiceHouse.told("cut-off", "balance", yuan("86.40")));
    assertThat(
            house
                .ask(
                    "balance",
                    account(
                        house.account(
                            "SELECT MIN(account_no) FROM customer WHERE NOT cut_off AND balance"
                                + " < 0")))
                .outcome())
        .isEqualTo("arrears");
    Told bill = house.ask("bill", account(1));
    assertThat(bill.values())
        .containsEntry("month", new Value.Day(LocalDate.parse("2026-10-01")))
        .containsEntry("due", new Value.Day(LocalDate.parse("2026-11-15")));
    assertThat(house.ask("reading", account(1)).values())
        .containsEntry("day", new Value.Day(LocalDate.parse("2026-10-31")));
    Told tariff = house.ask("tariff", account(1));
    assertThat(tariff.outcome()).isEqualTo("found");
    assertThat(tariff.values()).containsEntry("price", yuan("0.588"));
    assertThat(house.ask("tariff", account(4)).outcome()).as("no steps").isEqualTo("none");
    assertThat(house.ask("bill", account(999)).outcome()).isEqualTo("none");
    assertThat(house.ask("reading", account(999)).outcome()).isEqualTo("none");
  }

  @Test
  void theHallAndItsHoursAreTold() {
    assertThat(house.ask("halls", account(1)).values())
        .containsEntry(
            "hall",
            new Value.Text("示例城区营业厅，示例市样板区光明路95号", "Demo Town Hall, 95 Guangming Road, Demo City"));
    assertThat(house.ask("halls", account(999)).outcome()).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "halls, 2026-11-21T02:00:00Z, open, ",
    "halls, 2026-11-21T10:00:00Z, closed, 2026-11-22T01:00:00Z",
    "halls, 2026-10-03T02:00:00Z, holiday, 2026-10-08T00:30:00Z",
    "call-back, 2026-10-03T02:00:00Z, open, ",
    "call-back, 2026-11-21T13:00:00Z, closed, 2026-11-22T00:00:00Z",
    "no-such-calendar, 2026-11-21T02:00:00Z, failed, "
  })
  void hoursFollowTheCalendar(String calendar, Instant at, String outcome, Instant opens) {
    house.now = at;
    Told hours = house.ask("hours", "calendar", new Value.Word(calendar));
    assertThat(hours.outcome()).isEqualTo(outcome);
    if (opens != null) {
      assertThat(hours.values()).containsEntry("opens", new Value.Moment(opens));
    }
  }

  @Test
  void stormAndNoticeAreWhatTheyAreSetTo() {
    assertThat(house.ask("storm").outcome()).as("not looked yet").isEqualTo("failed");
    assertThat(asked("storm").outcome()).isEqualTo("off");
    house.change("UPDATE storm_switch SET mode = 'ON'");
    assertThat(asked("storm").outcome()).isEqualTo("on");
    house.change("UPDATE storm_switch SET mode = 'AUTO'");
    assertThat(asked("storm").outcome()).isEqualTo("off");
    house.arrived("vl1-66.1", "00000000066", START.minusSeconds(10));
    house.arrived("vl1-66.2", "00000000066", START.minusSeconds(299));
    assertThat(asked("storm").outcome()).isEqualTo("on");
    assertThat(asked("notice").outcome()).isEqualTo("none");
    house.change(
        "INSERT INTO notice (id, text_zh, text_en, valid_from) VALUES ('n1', '台风预警', 'Typhoon', ?)",
        START);
    assertThat(asked("notice"))
        .isEqualTo(ServiceHouse.told("one", "text", new Value.Text("台风预警", "Typhoon")));
    house.change("DELETE FROM notice");
  }

  /** Asks after the look that an engine takes every two seconds. */
  private Told asked(String service) {
    assertThat(house.situation.look()).isTrue();
    return house.ask(service);
  }
}
