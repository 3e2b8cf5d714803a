package io.voltline.domain.billing;

/** Which kind of use a price is for (照明, 动力). */
public enum TariffClass {
  /** Homes and small users, in yearly steps. */
  LIGHTING,
  /** Users with an installed capacity, without steps. */
  POWER;

  /** The class a customer pays by. */
  public static TariffClass of(boolean installedCapacity) {
    return installedCapacity ? POWER : LIGHTING;
  }
}
