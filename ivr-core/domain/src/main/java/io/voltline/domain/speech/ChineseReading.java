package io.voltline.domain.speech;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;

/**
 * Mandarin as announcers read it. 两 stands before a measure word and opens a number of thousands
 * and more (两千, 两万); hundreds, tens and whatever stands inside a number take 二.
 */
final class ChineseReading extends Reading {
  private static final int WAN = 10_000;
  private static final int YI = 100_000_000;

  @Override
  public List<String> ordinal(long place) {
    return new Said().word("ordinal").all(number(place)).prompts();
  }

  /** 度, as the field says it: 千瓦时 after a number is heard as one more thousand. */
  @Override
  public List<String> energy(long kilowattHours) {
    return new Said().all(counted(kilowattHours)).word("kwh").prompts();
  }

  @Override
  Said money(Yuan amount) {
    var said = amount.begin();
    yuan(said, amount, "yuan");
    if (amount.jiao() > 0) {
      said.all(counted(amount.jiao())).word("jiao");
    }
    fen(said, amount);
    return said;
  }

  @Override
  Said moneySpoken(Yuan amount) {
    var said = amount.begin();
    yuan(said, amount, "kuai");
    if (amount.jiao() > 0) {
      said.all(counted(amount.jiao())).word("mao");
      return amount.fen() == 0 ? said : said.word(amount.fen());
    }
    fen(said, amount);
    return said;
  }

  private void yuan(Said said, Yuan amount, String measure) {
    if (amount.yuan().signum() > 0 || amount.cents() == 0) {
      said.all(counted(amount.yuan())).word(measure);
    }
  }

  private void fen(Said said, Yuan amount) {
    if (amount.fen() == 0) {
      return;
    }
    if (amount.yuan().signum() > 0 && amount.jiao() == 0) {
      said.word(0).word(amount.fen());
    } else {
      said.all(counted(amount.fen()));
    }
    said.word("fen");
  }

  /** 幺 for 1, as in all of telephony: 一 is taken for 七 on a bad line. */
  @Override
  String digit(int digit) {
    return digit == 1 ? "yao" : Integer.toString(digit);
  }

  @Override
  public List<String> day(LocalDate day, LocalDate today) {
    return new Said()
        .all(month(YearMonth.from(day), today))
        .word("day-" + day.getDayOfMonth())
        .prompts();
  }

  @Override
  public List<String> month(YearMonth month, LocalDate today) {
    var said = new Said();
    if (month.getYear() != today.getYear()) {
      said.figures(Integer.toString(month.getYear())).word("year");
    }
    return said.word("month-" + month.getMonthValue()).prompts();
  }

  @Override
  public List<String> time(LocalTime time) {
    var said = new Said().word(partOfDay(time.getHour()));
    said.word("hour-" + (time.getHour() > 12 ? time.getHour() - 12 : time.getHour()));
    if (time.getMinute() == 0) {
      return said.prompts();
    }
    if (time.getMinute() < 10) {
      said.word(0);
    }
    return said.word(time.getMinute()).word("fen").prompts();
  }

  @Override
  List<String> dayAndTime(List<String> day, LocalTime time) {
    return new Said().all(day).all(time(time)).prompts();
  }

  private static String partOfDay(int hour) {
    if (hour < 6) {
      return "before-dawn";
    } else if (hour < 12) {
      return "morning";
    } else if (hour == 12) {
      return "noon";
    }
    return hour < 18 ? "afternoon" : "evening";
  }

  @Override
  public List<String> counted(long number) {
    return counted(BigInteger.valueOf(number));
  }

  private List<String> counted(BigInteger number) {
    return number.equals(BigInteger.TWO) ? new Said().word("two-of").prompts() : whole(number);
  }

  @Override
  Said cardinal(Said said, long number) {
    number(said, number, true);
    return said;
  }

  /**
   * A number of 0 or more.
   *
   * @param first whether nothing was said of the number yet
   */
  private static void number(Said said, long number, boolean first) {
    if (number >= YI) {
      units(said, number / YI, "hundred-million", first);
      rest(said, number % YI, YI);
    } else if (number >= WAN) {
      units(said, number / WAN, "ten-thousand", first);
      rest(said, number % WAN, WAN);
    } else if (number >= 1_000) {
      boolean inside = number / 1_000 == 2 && !first;
      said.word((inside ? "in-" : "") + number / 1_000 * 1_000);
      rest(said, number % 1_000, 1_000);
    } else if (number >= 100) {
      said.word(number / 100 * 100);
      rest(said, number % 100, 100);
    } else {
      // 十五 alone, but 一百一十五.
      said.word((number >= 10 && number < 20 && !first ? "in-" : "") + number);
    }
  }

  private static void units(Said said, long count, String unit, boolean first) {
    if (count == 2 && first) {
      said.word("two-of");
    } else {
      number(said, count, first);
    }
    said.word(unit);
  }

  /** What is left below a unit; one 零 for all the places skipped. */
  private static void rest(Said said, long rest, long unit) {
    if (rest == 0) {
      return;
    }
    if (rest < unit / 10) {
      said.word(0);
    }
    number(said, rest, false);
  }
}
