package io.voltline.domain.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a caller has the keys and the time that a node asks for. */
final class InputLint {

  private static final String KEYS = "0123456789*#";

  /** Silent for this long, a caller is to be with a person. */
  private static final long LONGEST_SILENCE = 60;

  /** Longer numbers nobody types. */
  private static final int MOST_DIGITS = 32;

  private final List<String> messages = new ArrayList<>();

  private InputLint() {}

  static List<String> check(Node node) {
    var lint = new InputLint();
    switch (node) {
      case Node.Menu menu -> {
        if (menu.keys().isEmpty()) {
          lint.messages.add("a menu without keys");
        }
        lint.keys(menu.keys());
        lint.patience(menu.tries(), menu.patience());
      }
      case Node.Collect collect -> lint.collect(collect);
      case Node.Survey survey -> lint.patience(survey.tries(), survey.patience());
      case Node.Voicemail voicemail -> lint.seconds("limit", voicemail.limit(), 10, 300);
      default -> {}
    }
    return lint.messages;
  }

  private void collect(Node.Collect collect) {
    keys(collect.keys());
    if (collect.keys().containsKey('#')) {
      messages.add("# ends what is typed and leads nowhere");
    }
    if (collect.least() < 1 || collect.least() > collect.most() || collect.most() > MOST_DIGITS) {
      messages.add("least and most digits must be 1 to " + MOST_DIGITS + ", least first");
    }
    if (collect.least() == 1) {
      collect.keys().keySet().stream()
          .filter(Character::isDigit)
          .forEach(key -> messages.add("key " + key + " alone is a number that may be typed"));
    }
    patience(collect.tries(), collect.patience());
    if (collect.mistakes() < 1 || collect.mistakes() > collect.tries()) {
      messages.add("mistakes must be 1 to the tries, not " + collect.mistakes());
    }
    if (collect.wrong().isEmpty()) {
      messages.add("nothing to say after a number that can't be it");
    }
    seconds("betweenSeconds", collect.between(), 1, 30);
    seconds("limitSeconds", collect.limit(), 2, 120);
    long limit = collect.limit().toSeconds();
    if (collect.between().toSeconds() > limit) {
      messages.add(
          "a pause of %d s between keys outlasts the %d s of the whole"
              .formatted(collect.between().toSeconds(), limit));
    }
    if (collect.most() > limit) {
      messages.add("%d digits can't be typed in %d s".formatted(collect.most(), limit));
    }
  }

  private void keys(Map<Character, String> keys) {
    keys.keySet().stream()
        .filter(key -> KEYS.indexOf(key) < 0)
        .forEach(key -> messages.add("'" + key + "' is no key of a telephone"));
  }

  private void patience(int tries, Duration patience) {
    if (tries < 1 || tries > 9) {
      messages.add("tries must be 1 to 9, not " + tries);
    }
    long silence = tries * patience.toSeconds();
    if (patience.toSeconds() < 1 || patience.toSeconds() > LONGEST_SILENCE) {
      messages.add("patience must be 1 to 60 seconds, not " + patience.toSeconds());
    } else if (silence > LONGEST_SILENCE) {
      messages.add(
          "%d tries of %d s leave a caller who can't press keys alone for %d s, %d are allowed"
              .formatted(tries, patience.toSeconds(), silence, LONGEST_SILENCE));
    }
  }

  private void seconds(String name, Duration value, int least, int most) {
    if (value.toSeconds() < least || value.toSeconds() > most) {
      messages.add(
          "%s must be %d to %d seconds, not %d".formatted(name, least, most, value.toSeconds()));
    }
  }
}
