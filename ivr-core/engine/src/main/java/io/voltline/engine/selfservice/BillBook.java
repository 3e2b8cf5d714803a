package io.voltline.engine.selfservice;

import io.voltline.domain.billing.Bill;
import io.voltline.domain.billing.MeterReading;
import io.voltline.domain.billing.Tariff;
import io.voltline.domain.kernel.AccountNo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What was read and billed. Every method may block and throws Unavailable. */
public interface BillBook {

  Optional<Bill> lastBill(AccountNo account);

  Optional<MeterReading> lastReading(AccountNo account);

  /** kWh from the end of the year before up to the last reading; empty when that is not known. */
  OptionalLong usedIn(int year, AccountNo account);

  /** All tariffs that hold on that day, by region and kind. */
  List<Tariff> tariffs(LocalDate day);

  /** The tariff that the account pays by on that day. */
  Optional<Tariff> tariff(AccountNo account, LocalDate day);
}
