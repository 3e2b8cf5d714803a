package io.voltline.domain.speech;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * British English, as the voice speaks it. Hundredths of a yuan are cents, as in contracts and at
 * banks: jiao and fen mean nothing to most who choose English.
 */
final class EnglishReading extends Reading {
  private static final int NAMED_ORDINALS = 31;

  private enum Scale {
    TRILLION(1_000_000_000_000L),
    BILLION(1_000_000_000L),
    MILLION(1_000_000L),
    THOUSAND(1_000L);

    private final long size;

    Scale(long size) {
      this.size = size;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  Said cardinal(Said said, long number) {
    long rest = number;
    for (Scale scale : Scale.values()) {
      long count = rest / scale.size;
      rest %= scale.size;
      if (count > 0 && count < 10 && scale == Scale.THOUSAND) {
        said.word(count * scale.size);
      } else if (count > 0) {
        belowThousand(said, count);
        said.word(scale.word());
      }
    }
    if (rest > 0 || number == 0) {
      if (number >= 1_000 && rest < 100) {
        said.word("and");
      }
      belowThousand(said, rest);
    }
    return said;
  }

  private static void belowThousand(Said said, long number) {
    if (number < 100) {
      said.word(number);
      return;
    }
    said.word(number / 100 * 100);
    if (number % 100 > 0) {
      said.word("and").word(number % 100);
    }
  }

  /** Beyond those of the calendar, "number forty". */
  @Override
  public List<String> ordinal(long place) {
    return place >= 1 && place <= NAMED_ORDINALS
        ? new Said().word("ordinal-" + place).prompts()
        : new Said().word("number").all(number(place)).prompts();
  }

  @Override
  public List<String> counted(long number) {
    return number(number);
  }

  @Override
  public List<String> energy(long kilowattHours) {
    return new Said()
        .all(number(kilowattHours))
        .word(kilowattHours == 1 ? "one-kwh" : "kwh")
        .prompts();
  }

  @Override
  Said money(Yuan amount) {
    var said = amount.begin();
    boolean wholeYuan = amount.yuan().signum() > 0;
    if (wholeYuan || amount.cents() == 0) {
      said.all(whole(amount.yuan())).word("yuan");
    }
    if (wholeYuan && amount.cents() > 0) {
      said.word("and");
    }
    if (amount.cents() > 0) {
      said.word(amount.cents()).word(amount.cents() == 1 ? "cent" : "cents");
    }
    return said;
  }

  @Override
  Said moneySpoken(Yuan amount) {
    return money(amount);
  }

  @Override
  String digit(int digit) {
    return Integer.toString(digit);
  }

  @Override
  public List<String> day(LocalDate day, LocalDate today) {
    return new Said()
        .word("day-" + day.getDayOfMonth())
        .all(month(YearMonth.from(day), today))
        .prompts();
  }

  @Override
  public List<String> month(YearMonth month, LocalDate today) {
    var said = new Said().word("month-" + month.getMonthValue());
    return month.getYear() == today.getYear()
        ? said.prompts()
        : said.all(year(month.getYear())).prompts();
  }

  /** 2026 in two pairs; the years that have no two pairs to say as numbers. */
  private List<String> year(int year) {
    boolean pairs = year >= 1910 && year <= 2099 && year % 1_000 >= 10;
    return pairs ? new Said().word(year / 100).word(year % 100).prompts() : number(year);
  }

  @Override
  public List<String> time(LocalTime time) {
    if (isMidnight(time)) {
      return new Said().word("midnight").prompts();
    }
    if (time.getHour() == 12 && time.getMinute() == 0) {
      return new Said().word("noon").prompts();
    }
    var said = new Said().word(time.getHour() % 12 == 0 ? 12 : time.getHour() % 12);
    if (time.getMinute() > 0 && time.getMinute() < 10) {
      said.word("oh");
    }
    if (time.getMinute() > 0) {
      said.word(time.getMinute());
    }
    return said.word(time.getHour() < 12 ? "am" : "pm").prompts();
  }

  /** "Tomorrow at midnight" could be either end of the day. */
  @Override
  List<String> dayAndTime(List<String> day, LocalTime time) {
    return isMidnight(time)
        ? new Said().word("midnight-before").all(day).prompts()
        : new Said().all(day).word("at").all(time(time)).prompts();
  }

  private static boolean isMidnight(LocalTime time) {
    return time.getHour() == 0 && time.getMinute() == 0;
  }
}
