package io.voltline.engine.store;

import io.voltline.domain.billing.Tariff;
import io.voltline.domain.billing.TariffClass;
import io.voltline.domain.customer.Money;
import io.voltline.domain.kernel.AccountNo;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Bills and readings of demo customers, by the tariffs in force: what is unpaid of the newest bills
 * that are overdue is what a customer owes.
 */
final class DemoBills {
  private static final int DUE_DAY = 15;

  /** Months before the first meter reading that a customer's meter has run. */
  private static final int METER_AGE = 36;

  private record Debtor(DemoUse use, String region, BigDecimal balance) {
    AccountNo account() {
      return use.account();
    }
  }

  private final List<Tariff> tariffs;
  private final YearMonth last;
  private final PreparedBatch bills;
  private final PreparedBatch readings;

  private DemoBills(Handle handle, LocalDate today) {
    this.tariffs = TariffRows.all(handle);
    this.last = YearMonth.from(today.minusDays(DUE_DAY)).minusMonths(1);
    this.bills =
        handle.prepareBatch(
            "INSERT INTO bill (account_no, month, kwh, amount, paid, due) VALUES (?, ?, ?, ?, ?, ?)");
    this.readings =
        handle.prepareBatch("INSERT INTO meter_reading (account_no, day, kwh) VALUES (?, ?, ?)");
  }

  /**
   * Writes the bills of the customers in a range of account numbers.
   *
   * @param months how many bills each has; more when more are unpaid
   */
  static void load(Handle handle, LocalDate today, AccountNo from, AccountNo to, int months) {
    var bills = new DemoBills(handle, today);
    handle
        .select(
            """
            SELECT account_no, capacity_kva, region, balance FROM customer
            WHERE account_no BETWEEN ? AND ?
            """,
            from,
            to)
        .map((rs, ctx) -> debtor(new Row(rs)))
        .list()
        .forEach(debtor -> bills.write(debtor, months));
    bills.bills.execute();
    bills.readings.execute();
  }

  private static Debtor debtor(Row row) throws SQLException {
    var use =
        new DemoUse(
            row.text("account_no", AccountNo::new),
            row.maybe("capacity_kva", Integer::valueOf)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
    return new Debtor(use, row.text("region"), row.text("balance", BigDecimal::new));
  }

  private void write(Debtor debtor, int months) {
    BigDecimal owed = debtor.balance().negate().max(BigDecimal.ZERO);
    var read = new TreeSet<YearMonth>();
    read.add(last);
    read.add(YearMonth.of(last.getYear() - 1, 12));
    YearMonth oldest = last.minusMonths(months);
    for (YearMonth month = last;
        month.isAfter(oldest) || (owed.signum() > 0 && month.isAfter(last.minusMonths(METER_AGE)));
        month = month.minusMonths(1)) {
      owed = owed.subtract(bill(debtor, month, owed));
      read.add(month.minusMonths(1));
    }
    YearMonth installed = last.minusMonths(METER_AGE);
    read.forEach(
        month ->
            readings.add(
                debtor.account(), month.atEndOfMonth(), debtor.use().kwh(installed, month)));
  }

  /** Returns what is unpaid of it; there is no bill where no tariff holds. */
  private BigDecimal bill(Debtor debtor, YearMonth month, BigDecimal owed) {
    return tariff(debtor, month)
        .map(tariff -> bill(debtor, month, owed, tariff))
        .orElse(BigDecimal.ZERO);
  }

  private BigDecimal bill(Debtor debtor, YearMonth month, BigDecimal owed, Tariff tariff) {
    DemoUse use = debtor.use();
    long kwh = use.kwh(month);
    long before = use.kwh(month.withMonth(1), month) - kwh;
    BigDecimal amount = tariff.amount(before, before + kwh).yuan();
    BigDecimal unpaid = owed.min(amount);
    bills.add(
        debtor.account(),
        month.atDay(1),
        kwh,
        new Money(amount),
        new Money(amount.subtract(unpaid)),
        month.plusMonths(1).atDay(DUE_DAY));
    return unpaid;
  }

  private Optional<Tariff> tariff(Debtor debtor, YearMonth month) {
    var kind = TariffClass.of(debtor.use().capacityKva().isPresent());
    return tariffs.stream()
        .filter(tariff -> tariff.holds(debtor.region(), kind, month.atEndOfMonth()))
        .findFirst();
  }
}
