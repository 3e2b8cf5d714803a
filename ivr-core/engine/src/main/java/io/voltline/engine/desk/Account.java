package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Those whose certificate holds at this moment. */
  public Set<SkillId> skillsAt(Instant now) {
    return certificates.stream()
        .filter(certificate -> certificate.validAt(now.toEpochMilli()))
        .map(Certificate::skill)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether calls are routed to this account; whoever supervises takes none. */
  public boolean takesCalls() {
    return role == Role.AGENT;
  }
}
