package io.voltline.domain.speech;

import io.voltline.domain.kernel.Language;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How one language says figures, as ids of prompts in the order they are played.
 *
 * <p>Each number from 0 to 99 is a word of its own: joined of tens and ones it sounds chopped.
 */
public abstract sealed class Reading permits ChineseReading, EnglishReading {
  /** Figures of more digits than this have no names that callers would follow. */
  private static final int MOST_DIGITS = 15;

  Reading() {}

  /** The reading in a language. */
  public static Reading in(Language language) {
    return switch (language) {
      case ZH -> new ChineseReading();
      case EN -> new EnglishReading();
    };
  }

  /** A whole number; one of 16 digits and more is read digit by digit. */
  public final List<String> number(long number) {
    return whole(BigInteger.valueOf(number));
  }

  final List<String> whole(BigInteger number) {
    var said = new Said();
    if (number.signum() < 0) {
      said.word("minus");
    }
    String size = number.abs().toString();
    return size.length() > MOST_DIGITS
        ? said.figures(size).prompts()
        : cardinal(said, Long.parseLong(size)).prompts();
  }

  /** A number of 0 to 15 digits. */
  abstract Said cardinal(Said said, long number);

  /** The place in an order: 第三, "third". 1 or more. */
  public abstract List<String> ordinal(long place);

  /** A whole number that tells how many there are of what is named next. */
  public abstract List<String> counted(long number);

  /** Energy in kilowatt-hours. */
  public abstract List<String> energy(long kilowattHours);

  /**
   * An amount in yuan as a bill says it: 元角分, "yuan and cents". More than two decimals, as a price
   * has, are read as a decimal fraction.
   */
  public final List<String> money(BigDecimal yuan) {
    var amount = Yuan.of(yuan);
    return amount.price().isEmpty() ? money(amount).prompts() : price(amount);
  }

  abstract Said money(Yuan amount);

  /** An amount in yuan as people say it: 一百零五块三毛; in English as {@link #money}. */
  public final List<String> moneySpoken(BigDecimal yuan) {
    var amount = Yuan.of(yuan);
    return amount.price().isEmpty() ? moneySpoken(amount).prompts() : price(amount);
  }

  abstract Said moneySpoken(Yuan amount);

  private List<String> price(Yuan amount) {
    return amount
        .begin()
        .all(whole(amount.yuan()))
        .word("point")
        .figures(amount.price())
        .word("yuan")
        .prompts();
  }

  /** Digits one by one in groups; whatever is no digit is left out. */
  public final List<String> digits(String digits) {
    var said = new Said();
    List<String> groups = Groups.of(digits.chars().filter(c -> c >= '0' && c <= '9'));
    for (String group : groups) {
      if (!said.isEmpty()) {
        said.word("pause");
      }
      group.chars().forEach(digit -> said.word(digit(digit - '0')));
    }
    return said.prompts();
  }

  /** The word for a digit of a number that is written down while it is heard. */
  abstract String digit(int digit);

  /** A day of the calendar; the year is said when it is not today's. */
  public abstract List<String> day(LocalDate day, LocalDate today);

  /** A month of the calendar; the year is said when it is not today's. */
  public abstract List<String> month(YearMonth month, LocalDate today);

  /** A time of day, to the minute. */
  public abstract List<String> time(LocalTime time);

  /**
   * A day and a time of day, to the minute: 今天下午三点二十分. Days within two of today go by their names.
   */
  public final List<String> moment(Instant at, Instant now, ZoneId zone) {
    ZonedDateTime there = at.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    return dayAndTime(near(there.toLocalDate(), today), there.toLocalTime());
  }

  /** A time on a day whose name is said already. */
  abstract List<String> dayAndTime(List<String> day, LocalTime time);

  private List<String> near(LocalDate day, LocalDate today) {
    long ahead = day.toEpochDay() - today.toEpochDay();
    String name =
        switch (Math.clamp(ahead, -3, 3)) {
          case -2 -> "two-days-ago";
          case -1 -> "yesterday";
          case 0 -> "today";
          case 1 -> "tomorrow";
          case 2 -> "in-two-days";
          default -> "";
        };
    return name.isEmpty() ? day(day, today) : new Said().word(name).prompts();
  }
}
