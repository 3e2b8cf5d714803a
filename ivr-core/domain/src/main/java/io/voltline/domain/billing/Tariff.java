package io.voltline.domain.billing;

import io.voltline.domain.customer.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Prices by the steps of a calendar year's use, in one region and for some time (阶梯电价).
 *
 * @param from the first day it holds
 * @param until the last day it holds; empty until further notice
 * @param steps the first from 0 kWh, each further one above the one before; anything else is
 *     refused with an IllegalArgumentException
 */
public record Tariff(
    String region,
    TariffClass kind,
    LocalDate from,
    Optional<LocalDate> until,
    List<TariffStep> steps) {

  /**
   * Where a customer stands in the year.
   *
   * @param step from 1
   * @param used kWh since the year began
   * @param left kWh until the next step's price; 0 on the last step
   * @param price yuan, of the next kWh
   */
  public record Standing(int step, long used, long left, BigDecimal price) {}

  public Tariff {
    steps = List.copyOf(steps);
    if (!rising(steps)) {
      throw new IllegalArgumentException(
          "the steps of %s/%s do not rise from 0: %s".formatted(region, kind, steps));
    }
  }

  private static boolean rising(List<TariffStep> steps) {
    return !steps.isEmpty()
        && steps.getFirst().above() == 0
        && IntStream.range(1, steps.size())
            .allMatch(at -> steps.get(at - 1).above() < steps.get(at).above());
  }

  /** Whether it holds there, for them, on that day. */
  public boolean holds(String where, TariffClass whom, LocalDate day) {
    return region.equals(where) && kind == whom && holds(day);
  }

  /** Whether it holds on that day. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && until.stream().noneMatch(day::isAfter);
  }

  /** Whether the price depends on the use. */
  public boolean stepped() {
    return steps.size() > 1;
  }

  /**
   * The price of a part of a year's use, rounded once, to the fen.
   *
   * @param before kWh used in the year before that part
   * @param after kWh used with it
   */
  public Money amount(long before, long after) {
    if (before < 0 || after < before) {
      throw new IllegalArgumentException("use from %d to %d kWh".formatted(before, after));
    }
    return new Money(exact(after).subtract(exact(before)).setScale(2, RoundingMode.HALF_UP));
  }

  private BigDecimal exact(long kwh) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int at = 0; at < steps.size(); at++) {
      long within = Math.min(kwh, end(at)) - steps.get(at).above();
      if (within > 0) {
        sum = sum.add(steps.get(at).price().multiply(BigDecimal.valueOf(within)));
      }
    }
    return sum;
  }

  private long end(int step) {
    return step + 1 < steps.size() ? steps.get(step + 1).above() : Long.MAX_VALUE;
  }

  /**
   * Where this much use leads.
   *
   * @param used kWh since the year began, 0 or more
   */
  public Standing standing(long used) {
    int at = steps.size() - 1;
    while (at > 0 && used < steps.get(at).above()) {
      at--;
    }
    boolean last = at == steps.size() - 1;
    return new Standing(at + 1, used, last ? 0 : end(at) - used, steps.get(at).price());
  }
}
