package io.voltline.domain.speech;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An amount taken apart for reading.
 *
 * @param negative whether it is less than nothing
 * @param yuan whole yuan, without sign
 * @param cents hundredths, 0 to 99; 0 when {@code price} tells the decimals
 * @param price all decimals when there are more than two, else empty text
 */
record Yuan(boolean negative, BigInteger yuan, int cents, String price) {

  static Yuan of(BigDecimal amount) {
    BigDecimal size = amount.abs().stripTrailingZeros();
    BigInteger whole = size.toBigInteger();
    BigDecimal decimals = size.subtract(new BigDecimal(whole));
    boolean negative = amount.signum() < 0;
    if (size.scale() > 2) {
      return new Yuan(negative, whole, 0, decimals.toPlainString().substring("0.".length()));
    }
    int cents = decimals.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).intValueExact();
    return new Yuan(negative, whole, cents, "");
  }

  int jiao() {
    return cents / 10;
  }

  int fen() {
    return cents % 10;
  }

  /** The sign, if there is one to be said. */
  Said begin() {
    return negative ? new Said().word("minus") : new Said();
  }
}
