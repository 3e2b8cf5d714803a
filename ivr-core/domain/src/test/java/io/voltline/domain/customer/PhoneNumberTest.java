package io.voltline.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "13800000000, 13800000000",
    "+8613800000000, 13800000000",
    "+86 138 0000 0000, 13800000000",
    "008613800000000, 13800000000",
    "8613800000000, 13800000000",
    "013800000000, 13800000000",
    "138-0000-0000, 13800000000",
    "(138) 0000.0000, 13800000000",
    "+8601012345678, 01012345678",
    "+861012345678, 01012345678",
    "0086 10 1234 5678, 01012345678",
    "010-12345678, 01012345678",
    "0755-12345678, 075512345678",
    "+86 755 1234 5678, 075512345678",
    "4001234567, 4001234567",
    "+86 400 123 4567, 4001234567",
    "00000000001, 00000000001",
    "+8600000000001, 00000000001",
    "008600000000001, 00000000001",
    "8600000000001, 00000000001",
    "000000000001, 00000000001",
    "000 0000 0001, 00000000001",
    "00000011000, 00000011000",
    "+14155550100, +14155550100",
    "0014155550100, +14155550100",
    "95598, 95598",
    "1001, 1001",
    "110, 110"
  })
  void howeverItIsWrittenItIsTheSameNumber(String written, String normal) {
    assertThat(PhoneNumber.parse(written)).map(PhoneNumber::value).contains(normal);
    assertThat(PhoneNumber.parse(normal)).map(PhoneNumber::value).contains(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "anonymous",
        "+",
        "+86",
        "12",
        "1380000000x",
        "0",
        "12345678901234567890"
      })
  void whatIsNoNumberIsNone(String written) {
    assertThat(PhoneNumber.parse(written)).isEmpty();
  }

  @Test
  void onlyTheNormalFormIsANumber() {
    assertThatThrownBy(() -> new PhoneNumber("+86 138"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("+86 138");
  }

  @ParameterizedTest
  @CsvSource({
    "13912345678, true, true",
    "00000000001, true, true",
    "01012345678, false, true",
    "95598, false, false",
    "4001234567, false, false",
    "+4930123456, false, false"
  })
  void aNumberTellsWhatItTakes(String number, boolean messages, boolean domestic) {
    assertThat(new PhoneNumber(number).takesMessages()).isEqualTo(messages);
    assertThat(new PhoneNumber(number).domestic()).isEqualTo(domestic);
  }
}
