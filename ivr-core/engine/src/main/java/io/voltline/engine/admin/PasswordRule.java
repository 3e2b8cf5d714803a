package io.voltline.engine.admin;

import io.voltline.domain.kernel.AgentNo;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** What passwords must be like: 10 to 200 characters, a letter, a digit, not the agent number. */
final class PasswordRule {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;
  private static final int MADE = 14;

  /** None that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final String DIGITS = "23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordRule() {}

  /** What is wrong with it; empty when nothing is. */
  static Optional<String> wrong(String password, AgentNo agent) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      return Optional.of("must be %d to %d characters".formatted(SHORTEST, LONGEST));
    }
    if (password.chars().noneMatch(Character::isLetter)
        || password.chars().noneMatch(Character::isDigit)) {
      return Optional.of("must have a letter and a digit");
    }
    return Optional.of("must not have the agent number in it")
        .filter(_ -> password.contains(agent.value()));
  }

  /** One that nobody can guess and everybody can type. */
  static String make(AgentNo agent) {
    String made;
    do {
      var text = new StringBuilder();
      for (int i = 0; i < MADE; i++) {
        String from = i % 5 == 4 ? DIGITS : LETTERS;
        text.append(from.charAt(RANDOM.nextInt(from.length())));
      }
      made = text.toString();
    } while (wrong(made, agent).isPresent());
    return made;
  }

  /** By which a phone registers; nobody types it. */
  static String makeForPhone() {
    var bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
