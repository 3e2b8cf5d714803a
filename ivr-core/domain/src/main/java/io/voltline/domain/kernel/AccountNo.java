package io.voltline.domain.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A customer's account number (户号).
 *
 * @param value ten digits; anything else is refused with an IllegalArgumentException
 */
public record AccountNo(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{10}");

  public AccountNo {
    Ids.require(value, FORM, "AccountNo");
  }

  /** Empty for what is no account number. */
  public static Optional<AccountNo> parse(String typed) {
    return FORM.matcher(typed).matches() ? Optional.of(new AccountNo(typed)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
