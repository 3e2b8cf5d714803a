package io.voltline.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {

  @ParameterizedTest
  @CsvSource({"-86.4, -86.40", "0, 0.00", "1E3, 1000.00", "1626, 1626.00"})
  void moneyHasTwoDecimals(String yuan, String text) {
    assertThat(new Money(new BigDecimal(yuan))).hasToString(text);
  }

  @Test
  void aPartOfAFenIsRefused() {
    assertThatThrownBy(() -> new Money(new BigDecimal("0.001")))
        .isInstanceOf(ArithmeticException.class);
  }
}
