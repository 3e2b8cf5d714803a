package io.voltline.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconnectionTest {

  @ParameterizedTest
  @CsvSource({
    "true, -0.01, ARREARS",
    "true, 0.00, DUE",
    "true, 50.00, DUE",
    "false, -86.40, NOT_CUT_OFF",
    "false, 10.00, NOT_CUT_OFF"
  })
  void supplyComesBackOnceNothingIsOwed(boolean cutOff, String balance, Reconnection expected) {
    assertThat(Reconnection.of(cutOff, new Money(new BigDecimal(balance)))).isEqualTo(expected);
  }
}
