package io.voltline.engine.admin;

import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be changed of an account.
 *
 * @param name 1 to 64 characters; an empty one is refused with an IllegalArgumentException
 * @param active whether it can sign in and its calls are routed
 * @param grants ordered by skill; a skill that stands there twice is refused
 */
public record AccountForm(
    String name, Role role, PhoneKind phone, boolean active, List<Grant> grants) {
  private static final int LONGEST_NAME = 64;

  public AccountForm {
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("/name: must be 1 to 64 characters");
    }
    var skills = new HashSet<SkillId>();
    for (Grant grant : grants) {
      if (!skills.add(grant.skill())) {
        throw new IllegalArgumentException("/skills/" + grant.skill() + ": stands there twice");
      }
    }
    grants = grants.stream().sorted(Comparator.comparing(g -> g.skill().value())).toList();
  }

  /** Field by field, as it is kept with a change. */
  public Map<String, Object> facts() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("name", name);
    facts.put("role", role.code());
    facts.put("phone", phone.code());
    facts.put("active", active);
    grants.forEach(grant -> facts.put("skill." + grant.skill(), grant.told()));
    return facts;
  }

  /** Whether who is signed in by the other has to sign in anew to work by this one. */
  boolean endsSessionOf(AccountForm before) {
    return !active || role != before.role() || phone != before.phone();
  }
}
