package io.voltline.domain.speech;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Figures in Chinese text written out as they are said, for voices that cannot be trusted with
 * them: one known to us says 一千一 for 1001.
 */
public final class ChineseText {

  private record Rule(Pattern figures, Function<MatchResult, String> said) {}

  private static final ChineseReading READING = new ChineseReading();
  private static final String DIGITS = "零一二三四五六七八九";

  /**
   * Each takes what those before it left; none is left with digits that stand for something else.
   */
  private static final List<Rule> RULES =
      List.of(
          rule("([12]\\d{3})-(\\d{1,2})-(\\d{1,2})(?!\\d)", ChineseText::date),
          rule("(?<![\\d.])([12]\\d{3})(?=年)", m -> figures(m.group(1))),
          rule("(?<![\\d:])([01]?\\d|2[0-4]):([0-5]\\d)(?!\\d)", ChineseText::time),
          rule("(?<=[点分])\\s*[-–—~～]\\s*(?=[一二三四五六七八九十零两])", _ -> "至"),
          rule(
              "(?<![-\\d.])([1-9]\\d?)\\s*[-–—~～]\\s*([1-9]\\d?)(?![-\\d.])",
              m -> number(m.group(1)) + "至" + number(m.group(2))),
          rule("(\\d+)(?:\\.(\\d+))?%", m -> "百分之" + decimal(m)),
          rule("(\\d+)\\.(\\d+)", ChineseText::decimal),
          rule(
              "(?<!\\d)(?:0\\d+|\\d{5,}+(?![度元户米千瓦伏])|\\d{4}(?=[号室房幢栋]))", m -> written(m.group())),
          rule("(?<!\\d)2(?=[位个户次天元度]|小时|分钟)", _ -> "两"),
          rule("\\d+", m -> number(m.group())));

  private ChineseText() {}

  /** The text without digits. */
  public static String spoken(String text) {
    String said = text;
    for (Rule rule : RULES) {
      said = rule.figures().matcher(said).replaceAll(rule.said());
    }
    return said;
  }

  private static Rule rule(String figures, Function<MatchResult, String> said) {
    return new Rule(Pattern.compile(figures), said);
  }

  private static String date(MatchResult date) {
    return "%s年%s月%s日"
        .formatted(figures(date.group(1)), number(date.group(2)), number(date.group(3)));
  }

  private static String time(MatchResult time) {
    String hour = time.group(1).matches("0?2") ? "两" : number(time.group(1));
    String minute = time.group(2);
    if (minute.equals("00")) {
      return hour + "点";
    }
    return hour + "点" + (minute.startsWith("0") ? "零" : "") + number(minute) + "分";
  }

  private static String decimal(MatchResult decimal) {
    String places = decimal.group(2);
    return number(decimal.group(1)) + (places == null ? "" : "点" + figures(places));
  }

  /** Figures that are read one by one and make a number. */
  private static String figures(String digits) {
    return digits
        .chars()
        .mapToObj(digit -> DIGITS.substring(digit - '0', digit - '0' + 1))
        .collect(Collectors.joining());
  }

  /** Figures that are written down while they are heard. */
  private static String written(String digits) {
    return figures(digits).replace('一', '幺');
  }

  private static String number(String digits) {
    return READING.whole(new BigInteger(digits)).stream()
        .map(ChineseText::word)
        .collect(Collectors.joining());
  }

  /** What the recorded word of a number says. */
  private static String word(String prompt) {
    String word = prompt.substring("say-".length());
    return switch (word) {
      case "two-of" -> "两";
      case "ten-thousand" -> "万";
      case "hundred-million" -> "亿";
      case "2000" -> "两千";
      default ->
          word.startsWith("in-")
              ? inside(Integer.parseInt(word.substring("in-".length())))
              : first(Integer.parseInt(word));
    };
  }

  private static String first(int number) {
    return number >= 10 && number < 20 ? inside(number).substring(1) : inside(number);
  }

  private static String inside(int number) {
    if (number >= 1_000) {
      return figures(Integer.toString(number / 1_000)) + "千";
    } else if (number >= 100) {
      return figures(Integer.toString(number / 100)) + "百";
    } else if (number >= 10) {
      String tens = figures(Integer.toString(number / 10)) + "十";
      return number % 10 == 0 ? tens : tens + figures(Integer.toString(number % 10));
    }
    return figures(Integer.toString(number));
  }
}
