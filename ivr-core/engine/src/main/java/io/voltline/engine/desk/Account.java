package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.routing.Certificate;
import java.util.Comparator;
import java.util.List;

/**
 * Somebody who can sign in.
 *
 * @param certificates one a skill, ordered by skill
 */
public record Account(
    AgentNo agentNo,
    String name,
    Role role,
    PhoneKind phone,
    List<Certificate> certificates,
    Secret sipPassword) {
  public Account {
    certificates =
        certificates.stream().sorted(Comparator.comparing(c -> c.skill().value())).toList();
  }

  /** Whether calls are routed to this account; whoever supervises takes none. */
  public boolean takesCalls() {
    return role == Role.AGENT;
  }
}
