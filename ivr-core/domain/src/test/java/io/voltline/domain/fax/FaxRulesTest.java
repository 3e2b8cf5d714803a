package io.voltline.domain.fax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.voltline.domain.kernel.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaxRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  void aFaxIsTriedOnceMoreThanThereArePausesAndThenGivenUp() {
    var rule = new FaxRule(List.of(Duration.ofMinutes(2), Duration.ofMinutes(10)));
    assertThat(rule.again(1, NOW)).contains(NOW.plusSeconds(120));
    assertThat(rule.again(2, NOW)).contains(NOW.plusSeconds(600));
    assertThat(rule.again(3, NOW)).isEmpty();
    assertThat(new FaxRule(List.of()).again(1, NOW)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> rule.again(0, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "true,  2, 2, true,  COMPLETE",
    "false, 2, 2, true,  PARTIAL",
    "true,  3, 2, true,  PARTIAL",
    "false, 0, 1, true,  PARTIAL",
    "true,  2, 0, true,  UNREADABLE",
    "false, 0, 0, true,  UNREADABLE",
    "false, 0, 0, false, EMPTY",
    "true,  0, 0, false, EMPTY"
  })
  void aFaxIsJudgedByWhatIsThereOfIt(
      boolean whole, int told, int readable, boolean file, FaxStatus status) {
    assertThat(FaxStatus.of(whole, told, readable, file)).isEqualTo(status);
  }

  @Test
  void aTryIsNamedByJobAndCount() {
    var tried = new FaxTry(12, 3);
    assertThat(FaxTry.parse("12-3")).contains(tried);
    assertThat(FaxTry.parse(tried.toString())).contains(tried);
    assertThat(tried.line()).isEqualTo(new CallId("fax-12-3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12", "12-0", "0-1", "12-1.told", "-1-1", "a-1", "9999999999999999999-1"})
  void nothingElseNamesATry(String text) {
    assertThat(FaxTry.parse(text)).isEmpty();
  }
}
