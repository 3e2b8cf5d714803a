package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Tokens of sessions: the agent number, a dot and 256 random bits. */
final class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MAX_LENGTH = 64;

  private Tokens() {}

  static String make(AgentNo agent) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return agent + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whose session a token claims to be. */
  static Optional<AgentNo> agent(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return parse(token.substring(0, dot));
  }

  static Optional<AgentNo> parse(String agentNo) {
    try {
      return Optional.of(new AgentNo(agentNo));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
