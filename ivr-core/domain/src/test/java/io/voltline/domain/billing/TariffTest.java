package io.voltline.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.billing.Tariff.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {
  private static final LocalDate FROM = LocalDate.parse("2024-07-01");
  private static final LocalDate UNTIL = LocalDate.parse("2027-06-30");
  private static final Tariff TARIFF =
      new Tariff(
          "here",
          TariffClass.LIGHTING,
          FROM,
          Optional.of(UNTIL),
          List.of(step(0, "0.538"), step(2_760, "0.588"), step(4_800, "0.838")));

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "1, 0.54",
    "2760, 1484.88",
    "2761, 1485.47",
    "3000, 1626.00",
    "4800, 2684.40",
    "5000, 2852.00"
  })
  void aYearsUseCostsThis(long kwh, String yuan) {
    assertThat(TARIFF.amount(0, kwh)).hasToString(yuan);
  }

  @ParameterizedTest
  @CsvSource({"2724, 2874, 86.40", "2760, 2761, 0.59", "4799, 4801, 1.43", "3000, 3000, 0.00"})
  void aMonthCostsWhatItsStepsCost(long before, long after, String yuan) {
    assertThat(TARIFF.amount(before, after)).hasToString(yuan);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 2760, 0.538",
    "2759, 1, 1, 0.538",
    "2760, 2, 2040, 0.588",
    "4799, 2, 1, 0.588",
    "4800, 3, 0, 0.838",
    "9999, 3, 0, 0.838"
  })
  void theNextKilowattHourDecidesTheStep(long used, int step, long left, String price) {
    assertThat(TARIFF.standing(used))
        .isEqualTo(new Standing(step, used, left, new BigDecimal(price)));
  }

  @ParameterizedTest
  @CsvSource({
    "here, LIGHTING, 2024-07-01, true",
    "here, LIGHTING, 2027-06-30, true",
    "here, LIGHTING, 2024-06-30, false",
    "here, LIGHTING, 2027-07-01, false",
    "there, LIGHTING, 2025-01-01, false",
    "here, POWER, 2025-01-01, false"
  })
  void itHoldsInItsRegionForItsUsersInItsTime(
      String region, TariffClass kind, LocalDate day, boolean holds) {
    assertThat(TARIFF.holds(region, kind, day)).isEqualTo(holds);
  }

  @Test
  void stepsThatDoNotRiseAreRefused() {
    assertThatThrownBy(() -> of()).hasMessageContaining("here/POWER");
    assertThatThrownBy(() -> of(step(1, "0.5"))).hasMessageContaining("do not rise from 0");
    assertThatThrownBy(() -> of(step(0, "0.5"), step(9, "0.6"), step(9, "0.7")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> step(-1, "0.5")).hasMessageContaining("-1 kWh");
    assertThatThrownBy(() -> TARIFF.amount(5, 4)).hasMessageContaining("from 5 to 4");
    assertThat(of(step(0, "0.65")).stepped()).isFalse();
    assertThat(of(step(0, "0.65")).standing(7).left()).isZero();
  }

  private static Tariff of(TariffStep... steps) {
    return new Tariff("here", TariffClass.POWER, FROM, Optional.empty(), List.of(steps));
  }

  private static TariffStep step(long above, String price) {
    return new TariffStep(above, new BigDecimal(price));
  }
}
