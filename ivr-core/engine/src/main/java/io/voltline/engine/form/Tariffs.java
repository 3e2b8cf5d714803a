package io.voltline.engine.form;

import io.voltline.domain.billing.Tariff;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.engine.selfservice.BillBook;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Prices by region, kind of use and day. May block. */
public final class Tariffs {

  /**
   * Tariffs on a day.
   *
   * @param standing where the account stands in that day's year; empty without readings or account
   */
  public record Found(LocalDate day, List<Tariff> tariffs, Optional<Tariff.Standing> standing) {
    public Found {
      tariffs = List.copyOf(tariffs);
    }
  }

  private final BillBook bills;
  private final ZoneId zone;
  private final InstantSource clock;

  public Tariffs(BillBook bills, ZoneId zone, InstantSource clock) {
    this.bills = bills;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * The tariff that an account pays by, or all there are.
   *
   * @param day today when empty
   */
  public Found find(Optional<AccountNo> account, Optional<LocalDate> day) {
    LocalDate on = day.orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
    return account
        .map(its -> of(its, on))
        .orElseGet(() -> new Found(on, bills.tariffs(on), Optional.empty()));
  }

  private Found of(AccountNo account, LocalDate day) {
    Optional<Tariff> tariff = bills.tariff(account, day);
    var used = bills.usedIn(day.getYear(), account);
    Optional<Tariff.Standing> standing =
        used.isPresent() ? tariff.map(its -> its.standing(used.getAsLong())) : Optional.empty();
    return new Found(day, tariff.stream().toList(), standing);
  }
}
