package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import java.util.List;
import java.util.Optional;

/** The accounts. Every method throws {@link Unavailable} while they can't be read. */
public interface Accounts {

  Optional<Account> find(AgentNo agent);

  /** Ordered by agent number. */
  List<Account> all();

  /** Costs the same time for an agent that does not exist. */
  boolean verify(AgentNo agent, String password);
}
