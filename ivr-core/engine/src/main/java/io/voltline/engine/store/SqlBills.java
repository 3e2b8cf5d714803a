package io.voltline.engine.store;

import io.voltline.domain.billing.Bill;
import io.voltline.domain.billing.MeterReading;
import io.voltline.domain.billing.Tariff;
import io.voltline.domain.billing.TariffClass;
import io.voltline.domain.customer.Money;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.engine.selfservice.BillBook;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Bills, readings and tariffs in MariaDB. */
public final class SqlBills implements BillBook {
  private final Database database;

  public SqlBills(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Bill> lastBill(AccountNo account) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT * FROM bill WHERE account_no = ? ORDER BY month DESC LIMIT 1", account)
                .map((rs, ctx) -> bill(new Row(rs)))
                .findOne());
  }

  private static Bill bill(Row row) throws SQLException {
    return new Bill(
        YearMonth.from(row.day("month")),
        row.big("kwh"),
        new Money(row.text("amount", BigDecimal::new)),
        row.day("due"));
  }

  @Override
  public Optional<MeterReading> lastReading(AccountNo account) {
    return database.read(handle -> reading(handle, account, LocalDate.of(9999, 12, 31)));
  }

  @Override
  public OptionalLong usedIn(int year, AccountNo account) {
    return database.read(
        handle -> {
          var before = reading(handle, account, LocalDate.of(year - 1, 12, 31));
          var last = reading(handle, account, LocalDate.of(year, 12, 31));
          return before.isPresent() && last.isPresent()
              ? OptionalLong.of(last.get().kwh() - before.get().kwh())
              : OptionalLong.empty();
        });
  }

  private static Optional<MeterReading> reading(Handle handle, AccountNo account, LocalDate until) {
    return handle
        .select(
            """
            SELECT day, kwh FROM meter_reading WHERE account_no = ? AND day <= ?
            ORDER BY day DESC LIMIT 1
            """,
            account,
            until)
        .map((rs, ctx) -> reading(new Row(rs)))
        .findOne();
  }

  private static MeterReading reading(Row row) throws SQLException {
    return new MeterReading(row.day("day"), row.big("kwh"));
  }

  @Override
  public List<Tariff> tariffs(LocalDate day) {
    return database.read(
        handle -> TariffRows.all(handle).stream().filter(tariff -> tariff.holds(day)).toList());
  }

  private record Payer(String region, TariffClass kind) {}

  @Override
  public Optional<Tariff> tariff(AccountNo account, LocalDate day) {
    return database.read(
        handle ->
            handle
                .select("SELECT region, capacity_kva FROM customer WHERE account_no = ?", account)
                .map((rs, ctx) -> payer(new Row(rs)))
                .findOne()
                .flatMap(
                    payer ->
                        TariffRows.all(handle).stream()
                            .filter(tariff -> tariff.holds(payer.region(), payer.kind(), day))
                            .findFirst()));
  }

  private static Payer payer(Row row) throws SQLException {
    return new Payer(row.text("region"), TariffClass.of(row.maybe("capacity_kva").isPresent()));
  }
}
