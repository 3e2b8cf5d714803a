package io.voltline.engine.notice;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;

/** Somebody who may change what every caller hears. */
public final class Author {
  private static final int LONGEST = 64;

  private final String name;
  private final String address;

  private Author(String name, String address) {
    this.name = name;
    this.address = address;
  }

  /**
   * Somebody at a desk.
   *
   * @param address where the request came from
   * @throws Refused FORBIDDEN for whoever is neither supervisor nor administrator
   */
  public static Author of(Account account, String address) throws Refused {
    if (!account.role().supervises()) {
      throw new Refused(
          Refused.Reason.FORBIDDEN, "only supervisors and administrators change what callers hear");
    }
    return new Author(account.agentNo().value(), address);
  }

  /** Who asked at a desk for a phone to be rung, and speaks there. */
  public static Author onPhone(AgentNo agent) {
    return new Author(agent.value(), "phone");
  }

  /** Somebody at the machine's own console, who may do anything there. */
  public static Author atConsole(String user) {
    String all = "console:" + user;
    return new Author(all.substring(0, Math.min(LONGEST, all.length())), "console");
  }

  /** The agent number, or {@code console:} and the user. */
  public String name() {
    return name;
  }

  /** Where from: a client's address, {@code console} or {@code phone}. */
  public String address() {
    return address;
  }

  @Override
  public String toString() {
    return name;
  }
}
