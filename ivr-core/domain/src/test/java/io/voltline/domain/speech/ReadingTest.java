package io.voltline.domain.speech;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table {@code heard.tsv}: what callers hear, told by the texts of the recorded words. */
class ReadingTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

  static Stream<Arguments> table() throws IOException {
    try (InputStream table = requireNonNull(ReadingTest.class.getResourceAsStream("heard.tsv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arguments.of((Object[]) line.split("\t", -1)));
    }
  }

  @ParameterizedTest(name = "{0} {1} in {2}")
  @MethodSource("table")
  void callersHear(String kind, String value, String code, String heard) throws IOException {
    Language language = Language.valueOf(code.toUpperCase(Locale.ROOT));

    List<String> prompts = read(Reading.in(language), kind, value.split(" @ ", -1));

    assertThat(new RecordedWords(language).joined(prompts, language)).isEqualTo(heard);
  }

  @Test
  void theTableIsLarge() throws IOException {
    assertThat(table()).hasSizeGreaterThanOrEqualTo(150);
  }

  /** No word is missing, and none is recorded that nobody ever hears. */
  @ParameterizedTest
  @EnumSource
  void recordedWordsAreThoseThatAreSaid(Language language) throws IOException {
    Set<String> said = new HashSet<>();
    everything(Reading.in(language)).forEach(said::addAll);

    assertThat(new RecordedWords(language).all().keySet())
        .containsExactlyInAnyOrderElementsOf(said);
  }

  private static Stream<List<String>> everything(Reading reading) {
    return Stream.of(
            LongStream.rangeClosed(-10, 25_000).mapToObj(reading::number),
            LongStream.of(2_000_000, 100_002_000, 1_000_000_000, 3_000_000_000_000L, Long.MIN_VALUE)
                .mapToObj(reading::number),
            IntStream.rangeClosed(1, 40).mapToObj(reading::ordinal),
            LongStream.rangeClosed(0, 3).mapToObj(reading::energy),
            IntStream.rangeClosed(0, 300)
                .mapToObj(cents -> BigDecimal.valueOf(cents, 2))
                .flatMap(yuan -> Stream.of(reading.money(yuan), reading.moneySpoken(yuan))),
            Stream.of(reading.money(new BigDecimal("0.5381")), reading.digits("123456")),
            IntStream.range(0, 800).mapToObj(day -> reading.day(TODAY.plusDays(day), TODAY)),
            IntStream.range(0, 1_440)
                .mapToObj(minute -> reading.time(LocalTime.MIN.plusMinutes(minute))),
            IntStream.range(-5, 5)
                .mapToObj(
                    day -> moment(reading, TODAY.plusDays(day).atStartOfDay(), TODAY.atTime(9, 0))),
            Stream.of(moment(reading, TODAY.atTime(9, 0), TODAY.atTime(9, 0))))
        .flatMap(all -> all);
  }

  private static List<String> read(Reading reading, String kind, String[] value) {
    return switch (kind) {
      case "number" -> reading.number(Long.parseLong(value[0]));
      case "ordinal" -> reading.ordinal(Integer.parseInt(value[0]));
      case "count" -> reading.counted(Long.parseLong(value[0]));
      case "energy" -> reading.energy(Long.parseLong(value[0]));
      case "money" -> reading.money(new BigDecimal(value[0]));
      case "spoken-money" -> reading.moneySpoken(new BigDecimal(value[0]));
      case "digits" -> reading.digits(value[0]);
      case "day" -> reading.day(LocalDate.parse(value[0]), LocalDate.parse(value[1]));
      case "month" -> reading.month(YearMonth.parse(value[0]), LocalDate.parse(value[1]));
      case "time" -> reading.time(LocalTime.parse(value[0]));
      case "moment" ->
          moment(reading, LocalDateTime.parse(value[0]), LocalDateTime.parse(value[1]));
      default -> throw new IllegalArgumentException(kind + " of " + Arrays.toString(value));
    };
  }

  private static List<String> moment(Reading reading, LocalDateTime at, LocalDateTime now) {
    return reading.moment(
        at.atZone(SHANGHAI).toInstant(), now.atZone(SHANGHAI).toInstant(), SHANGHAI);
  }
}
