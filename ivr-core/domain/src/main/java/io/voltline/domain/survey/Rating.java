package io.voltline.domain.survey;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a caller found a talk (满意、基本满意、不满意). */
public enum Rating {
  SATISFIED(1, "满意", "satisfied"),
  FAIR(2, "基本满意", "fair"),
  DISSATISFIED(3, "不满意", "dissatisfied");

  private static final Pattern BESIDE_WORDS = Pattern.compile("[\\p{Punct}\\p{IsPunctuation}\\s]+");

  private final int key;
  private final String zh;
  private final String en;

  Rating(int key, String zh, String en) {
    this.key = key;
    this.zh = zh;
    this.en = en;
  }

  /** The key that gives it, 1 to 3. */
  public int key() {
    return key;
  }

  /** The rating of a key; empty for any other. */
  public static Optional<Rating> of(long key) {
    return Stream.of(values()).filter(rating -> rating.key == key).findFirst();
  }

  /**
   * What a written reply means: the figure in any width, or the word itself, with whatever stops
   * and spaces around; empty when it says anything more, for nobody guesses at a rating.
   */
  public static Optional<Rating> read(String reply) {
    String plain = Normalizer.normalize(reply, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String word = BESIDE_WORDS.matcher(plain).replaceAll("");
    return Stream.of(values())
        .filter(
            rating ->
                word.equals(Integer.toString(rating.key))
                    || word.equals(rating.zh)
                    || word.equals(rating.en))
        .findFirst();
  }
}
