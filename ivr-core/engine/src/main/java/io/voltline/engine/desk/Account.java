package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Somebody who can sign in.
 *
 * @param skills levels 1 to 10 by skill
 */
public record Account(
    AgentNo agentNo,
    String name,
    Role role,
    PhoneKind phone,
    Map<SkillId, Integer> skills,
    Secret sipPassword) {
  public Account {
    skills = Map.copyOf(skills);
  }

  /** The skills in an order that does not depend on the map. */
  public List<Certificate> certificates() {
    return skills.entrySet().stream()
        .map(e -> Certificate.of(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(c -> c.skill().value()))
        .toList();
  }
}
