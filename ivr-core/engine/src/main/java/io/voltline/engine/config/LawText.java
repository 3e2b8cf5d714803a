package io.voltline.engine.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.voltline.domain.simulation.Law;
import java.util.Map;

/**
 * How long something lasts by chance, in words: {@code 3m}, {@code exponential 3m}, {@code
 * lognormal 3m 1.2} (mean and spread), {@code never}.
 */
final class LawText {
  private LawText() {}

  static Law read(String text) {
    String[] words = text.strip().split("\\s+", -1);
    return switch (words[0]) {
      case "never" -> new Law.Never();
      case "exponential" -> new Law.Exponential(millis(word(words, 1)));
      case "lognormal" -> new Law.LogNormal(millis(word(words, 1)), number(word(words, 2)));
      default -> new Law.Constant(millis(text));
    };
  }

  private static String word(String[] words, int i) {
    if (i >= words.length) {
      throw new IllegalArgumentException("'" + words[0] + "' lacks a figure");
    }
    return words[i];
  }

  private static long millis(String text) {
    try {
      return ConfigFactory.parseMap(Map.of("time", text)).getDuration("time").toMillis();
    } catch (ConfigException e) {
      throw new IllegalArgumentException("not a time: '" + text + "'", e);
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a number: '" + text + "'", e);
    }
  }
}
