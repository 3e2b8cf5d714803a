package io.voltline.domain.billing;

import io.voltline.domain.customer.Customer;

/** Which kind of use a price is for (照明, 动力). */
public enum TariffClass {
  /** Homes and small users, in yearly steps. */
  LIGHTING,
  /** Users with an installed capacity, without steps. */
  POWER;

  /** The class this customer pays by. */
  public static TariffClass of(Customer customer) {
    return customer.capacityKva().isPresent() ? POWER : LIGHTING;
  }
}
