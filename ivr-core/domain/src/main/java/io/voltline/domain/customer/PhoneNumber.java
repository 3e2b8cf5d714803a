package io.voltline.domain.customer;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in the one form in which numbers are compared, however it was written or
 * signalled: mobile numbers with 11 digits, fixed lines with their area code and its leading 0,
 * foreign numbers with {@code +}, short numbers as they are, demo numbers ({@code 000000} and five
 * digits) as they are.
 *
 * @param value the normal form; made by {@link #parse}
 */
public record PhoneNumber(String value) {
  private static final Pattern NORMAL =
      Pattern.compile(
          "1[3-9]\\d{9}|0[1-9]\\d{8,10}|0{6}\\d{5}|[48]00\\d{7}|[1-9]\\d{2,7}|\\+[1-9]\\d{6,14}");
  private static final Pattern MOBILE_OR_DEMO = Pattern.compile("1[3-9]\\d{9}|0{6}\\d{5}");
  private static final Pattern DECORATION = Pattern.compile("[\\s().\\-–—－（）\\u00a0]+");

  public PhoneNumber {
    if (!NORMAL.matcher(value).matches()) {
      throw new IllegalArgumentException("not a telephone number in normal form: '" + value + "'");
    }
  }

  /** Empty for what is no number, such as a withheld one. */
  public static Optional<PhoneNumber> parse(String written) {
    String digits = DECORATION.matcher(written).replaceAll("");
    String normal = national(digits);
    return NORMAL.matcher(normal).matches()
        ? Optional.of(new PhoneNumber(normal))
        : Optional.empty();
  }

  /** Whether it takes short messages: a fixed line does not. */
  public boolean takesMessages() {
    return isMobileOrDemo(value);
  }

  /**
   * Whether calling it costs no more than a call within the country: no foreign, no short number.
   */
  public boolean domestic() {
    return isMobileOrDemo(value) || value.startsWith("0");
  }

  private static String national(String digits) {
    if (digits.startsWith("+86")) {
      return withAreaCode(digits.substring(3));
    }
    if (digits.startsWith("0086")) {
      return withAreaCode(digits.substring(4));
    }
    if (digits.startsWith("86") && isMobileOrDemo(digits.substring(2))) {
      return digits.substring(2);
    }
    if (digits.startsWith("0") && isMobileOrDemo(digits.substring(1))) {
      return digits.substring(1);
    }
    if (digits.startsWith("00") && !isMobileOrDemo(digits)) {
      return "+" + digits.substring(2);
    }
    return digits;
  }

  /** Abroad an area code is written without its 0. */
  private static String withAreaCode(String digits) {
    boolean complete =
        isMobileOrDemo(digits) || digits.startsWith("0") || digits.matches("[48]00\\d{7}");
    return complete ? digits : "0" + digits;
  }

  private static boolean isMobileOrDemo(String digits) {
    return MOBILE_OR_DEMO.matcher(digits).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
