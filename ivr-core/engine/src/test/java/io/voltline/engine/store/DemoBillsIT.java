package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.billing.Bill;
import io.voltline.domain.kernel.AccountNo;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures that callers are told agree with one another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoBillsIT {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  private static final YearMonth LAST = YearMonth.parse("2026-10");
  private Database database;
  private SqlBills bills;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    database = DemoHouse.open(folder, Instant.parse("2026-11-21T02:00:00Z"));
    bills = new SqlBills(database);
  }

  @AfterAll
  void stop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 1_001, 5_555, 11_000})
  void theLastBillIsWhatTheTariffMakesOfTheReadings(int customer) {
    var account = account(customer);
    Bill bill = bills.lastBill(account).orElseThrow();
    long used = bills.usedIn(2026, account).orElseThrow();
    assertThat(bill.month()).isEqualTo(LAST);
    assertThat(bill.kwh()).isPositive();
    assertThat(bill.amount())
        .isEqualTo(bills.tariff(account, TODAY).orElseThrow().amount(used - bill.kwh(), used));
    assertThat(bills.lastReading(account).orElseThrow().day()).isEqualTo(LAST.atEndOfMonth());
    assertThat(bill.due()).isEqualTo(LocalDate.parse("2026-11-15"));
  }

  @Test
  void aYearOfBillsOfCustomersMadeByHandIsWhatTheirMetersShow() {
    assertThat(number("SELECT COUNT(*) FROM bill WHERE account_no = '9900000001'")).isEqualTo(12);
    assertThat(
            number(
                "SELECT SUM(kwh) FROM bill WHERE account_no = '9900000001' AND month >= '2026-01-01'"))
        .isEqualTo(bills.usedIn(2026, account(1)).orElseThrow());
  }

  @Test
  void whatIsUnpaidIsWhatIsOwed() {
    assertThat(
            number(
                """
                SELECT COUNT(*) FROM customer LEFT JOIN
                  (SELECT account_no, SUM(amount - paid) AS unpaid FROM bill GROUP BY account_no) b
                  USING (account_no)
                WHERE COALESCE(unpaid, -1) <> GREATEST(-balance, 0)
                """))
        .isZero();
    assertThat(number("SELECT COUNT(*) FROM bill WHERE paid < 0 OR paid > amount")).isZero();
    assertThat(number("SELECT COUNT(DISTINCT account_no) FROM bill")).isEqualTo(10_007);
  }

  @Test
  void somebodyHasPaidSinceTheCut() {
    assertThat(number("SELECT COUNT(*) FROM customer WHERE cut_off AND balance >= 0")).isPositive();
    assertThat(number("SELECT COUNT(*) FROM customer WHERE cut_off AND balance < 0")).isPositive();
  }

  @Test
  void homesHaveStepsAndPowerUsersHaveNone() {
    assertThat(bills.tariff(account(1), TODAY).orElseThrow().stepped()).isTrue();
    assertThat(bills.tariff(account(4), TODAY).orElseThrow().stepped()).isFalse();
    assertThat(bills.tariff(account(1), LocalDate.parse("2019-12-31"))).isEmpty();
    assertThat(bills.tariff(account(999), TODAY)).isEmpty();
    assertThat(bills.usedIn(2026, account(999))).isEmpty();
  }

  private long number(String sql) {
    return database.read(handle -> handle.select(sql).mapTo(Long.class).one());
  }

  private static AccountNo account(int number) {
    return DemoCustomers.account(number);
  }
}
