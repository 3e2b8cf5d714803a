package io.voltline.domain.customer;

import java.math.BigDecimal;

/**
 * An amount in yuan.
 *
 * @param yuan exact to the fen; more than two decimals are refused with an ArithmeticException
 */
public record Money(BigDecimal yuan) {
  public Money {
    yuan = yuan.setScale(2);
  }

  /** With two decimals and a leading minus when negative: {@code -86.40}. */
  @Override
  public String toString() {
    return yuan.toPlainString();
  }
}
