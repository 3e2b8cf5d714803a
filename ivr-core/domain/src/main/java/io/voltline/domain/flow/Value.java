package io.voltline.domain.flow;

import io.voltline.domain.kernel.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/** Something a flow knows under a name: typed by the caller or told by a {@link Service}. */
public sealed interface Value {

  /** What kind of value it is. */
  Kind kind();

  /** Free text in both languages, spoken by text-to-speech. */
  record Text(String zh, String en) implements Value {
    @Override
    public Kind kind() {
      return Kind.TEXT;
    }
  }

  /**
   * A text that somebody said aloud, in the languages they said it in.
   *
   * @param sounds what is played in the place of the text, by language
   */
  record Recorded(Text text, Map<Language, String> sounds) implements Value {
    public Recorded {
      sounds = Map.copyOf(sounds);
    }

    @Override
    public Kind kind() {
      return Kind.TEXT;
    }
  }

  /** A whole number: a count, a meter reading, kilowatt-hours. */
  @SuppressWarnings("AvoidCommonTypeNames") // always written Value.Number
  record Number(long value) implements Value {
    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }
  }

  /** Money in yuan. */
  record Amount(BigDecimal yuan) implements Value {
    @Override
    public Kind kind() {
      return Kind.AMOUNT;
    }
  }

  /**
   * A number that counts nothing: an account, a work order, a telephone.
   *
   * @param digits one or more of 0 to 9; anything else is refused with an IllegalArgumentException
   */
  record Digits(String digits) implements Value {
    private static final Pattern FORM = Pattern.compile("[0-9]+");

    public Digits {
      if (!FORM.matcher(digits).matches()) {
        throw new IllegalArgumentException("not digits: '" + digits + "'");
      }
    }

    @Override
    public Kind kind() {
      return Kind.DIGITS;
    }
  }

  /** A point in time, spoken by day and time of day. */
  record Moment(Instant at) implements Value {
    @Override
    public Kind kind() {
      return Kind.MOMENT;
    }
  }

  /** A day, spoken by its date. */
  record Day(LocalDate day) implements Value {
    @Override
    public Kind kind() {
      return Kind.DAY;
    }
  }

  /**
   * One of a set of words, spoken by the prompt {@code <name>-<word>}, as in status-dispatched.
   *
   * @param word lower-case words joined by hyphens, or by dots where it is an id of a tree;
   *     anything else is refused with an IllegalArgumentException
   */
  record Word(String word) implements Value {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");

    public Word {
      if (!FORM.matcher(word).matches()) {
        throw new IllegalArgumentException("no word: '" + word + "'");
      }
    }

    @Override
    public Kind kind() {
      return Kind.WORD;
    }
  }
}
