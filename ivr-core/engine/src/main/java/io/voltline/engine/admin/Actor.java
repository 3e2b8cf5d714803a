package io.voltline.engine.admin;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;

/** Somebody who may change how the house works, and from which address. */
public final class Actor {
  private final AgentNo agent;
  private final String address;

  private Actor(AgentNo agent, String address) {
    this.agent = agent;
    this.address = address;
  }

  /**
   * Somebody at a desk.
   *
   * @throws Refused FORBIDDEN for whoever is no administrator
   */
  public static Actor of(Account account, String address) throws Refused {
    if (account.role() != Role.ADMIN) {
      throw new Refused(Refused.Reason.FORBIDDEN, "only administrators change how the house works");
    }
    return new Actor(account.agentNo(), address);
  }

  public AgentNo agent() {
    return agent;
  }

  /** Where the request came from. */
  public String address() {
    return address;
  }
}
