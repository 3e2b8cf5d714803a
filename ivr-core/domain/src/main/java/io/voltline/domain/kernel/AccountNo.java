package io.voltline.domain.kernel;

/**
 * A customer's account number (户号).
 *
 * @param value ten digits; anything else is refused with an IllegalArgumentException
 */
public record AccountNo(String value) {
  public AccountNo {
    Ids.require(value, "[0-9]{10}", "AccountNo");
  }

  @Override
  public String toString() {
    return value;
  }
}
