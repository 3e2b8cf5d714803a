package io.voltline.engine.store;

import io.voltline.domain.kernel.AccountNo;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;

/** What a demo customer uses in a month, the same in every house. */
record DemoUse(AccountNo account, OptionalInt capacityKva) {
  /** Percent of a usual month, from January; heating and cooling cost. */
  private static final List<Integer> SEASON =
      List.of(130, 120, 95, 85, 85, 110, 150, 155, 110, 85, 90, 115);

  private static final int FULL_LOAD_HOURS = 120;
  private static final int LEAST = 90;
  private static final int SPREAD = 230;

  long kwh(YearMonth month) {
    return usual() * SEASON.get(month.getMonthValue() - 1) / 100;
  }

  /** kWh from a month on up to the end of another one. */
  long kwh(YearMonth from, YearMonth until) {
    long sum = 0;
    for (YearMonth month = from; !month.isAfter(until); month = month.plusMonths(1)) {
      sum += kwh(month);
    }
    return sum;
  }

  private long usual() {
    return capacityKva.isPresent()
        ? (long) capacityKva.getAsInt() * FULL_LOAD_HOURS
        : LEAST + Long.parseLong(account.value()) * 37 % SPREAD;
  }
}
