package io.voltline.domain.billing;

import java.math.BigDecimal;

/**
 * One step of a tariff.
 *
 * @param above kWh used since the year began above which the price holds, 0 for the first step
 * @param price yuan a kWh, 0 or more
 */
public record TariffStep(long above, BigDecimal price) {
  public TariffStep {
    if (above < 0 || price.signum() < 0) {
      throw new IllegalArgumentException(
          "a tariff step above %d kWh at %s yuan".formatted(above, price));
    }
  }
}
