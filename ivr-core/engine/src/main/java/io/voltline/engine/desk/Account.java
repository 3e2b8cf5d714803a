package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
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
}
