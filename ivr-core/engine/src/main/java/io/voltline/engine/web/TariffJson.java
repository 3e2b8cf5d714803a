package io.voltline.engine.web;

import io.voltline.domain.billing.Tariff;
import io.voltline.domain.billing.TariffClass;
import io.voltline.domain.customer.Money;
import io.voltline.engine.form.Tariffs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The contract's Tariff. */
record TariffJson(
    String region,
    TariffClass kind,
    LocalDate from,
    Optional<LocalDate> until,
    List<StepJson> steps,
    Optional<Cost> cost) {

  record StepJson(long aboveKwh, String price) {}

  /** What a year's use costs, and on which step it ends. */
  record Cost(long kwh, Money amount, int step) {}

  record StandingJson(int step, long usedKwh, long leftKwh, String price) {
    static StandingJson of(Tariff.Standing standing) {
      return new StandingJson(
          standing.step(), standing.used(), standing.left(), plain(standing.price()));
    }
  }

  record Found(LocalDate day, List<TariffJson> tariffs, Optional<StandingJson> standing) {}

  static Found of(Tariffs.Found found, Optional<Long> kwh) {
    return new Found(
        found.day(),
        found.tariffs().stream().map(tariff -> of(tariff, kwh)).toList(),
        found.standing().map(StandingJson::of));
  }

  private static TariffJson of(Tariff tariff, Optional<Long> kwh) {
    return new TariffJson(
        tariff.region(),
        tariff.kind(),
        tariff.from(),
        tariff.until(),
        tariff.steps().stream()
            .map(step -> new StepJson(step.above(), plain(step.price())))
            .toList(),
        kwh.map(used -> new Cost(used, tariff.amount(0, used), tariff.standing(used).step())));
  }

  private static String plain(BigDecimal price) {
    return price.toPlainString();
  }
}
