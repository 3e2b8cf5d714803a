package io.voltline.engine.notice;

import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;

/** Somebody who may change what every caller hears. */
public final class Author {
  private static final int LONGEST = 64;

  private final String name;

  private Author(String name) {
    this.name = name;
  }

  /**
   * Somebody at a desk.
   *
   * @throws Refused FORBIDDEN for whoever is neither supervisor nor administrator
   */
  public static Author of(Account account) throws Refused {
    if (!account.role().supervises()) {
      throw new Refused(
          Refused.Reason.FORBIDDEN, "only supervisors and administrators change what callers hear");
    }
    return new Author(account.agentNo().value());
  }

  /** Somebody at the machine's own console, who may do anything there. */
  public static Author atConsole(String user) {
    String all = "console:" + user;
    return new Author(all.substring(0, Math.min(LONGEST, all.length())));
  }

  /** The agent number, or {@code console:} and the user. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
