package io.voltline.domain.customer;

/** How much hangs on a customer's supply. */
public enum CustomerClass {
  /** Lives or public safety depend on it (重要客户). */
  CRITICAL,
  /** At least 2,000 kVA or 5 GWh a year (大客户). */
  KEY,
  BASE,
  RESIDENTIAL
}
