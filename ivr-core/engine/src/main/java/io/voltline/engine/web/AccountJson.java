package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.admin.Grant;
import io.voltline.engine.admin.KeptAccount;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The contract's Account. */
record AccountJson(
    AgentNo agentNo,
    String name,
    Role role,
    PhoneKind phone,
    boolean phoneFixed,
    boolean active,
    List<SkillJson> skills,
    int version) {

  private record SkillJson(
      String skill,
      int level,
      boolean reserve,
      Optional<LocalDate> from,
      Optional<LocalDate> until) {
    static SkillJson of(Grant grant) {
      return new SkillJson(
          grant.skill().value(), grant.level(), grant.reserve(), grant.from(), grant.until());
    }
  }

  static AccountJson of(KeptAccount account) {
    var form = account.form();
    return new AccountJson(
        account.agentNo(),
        form.name(),
        form.role(),
        form.phone(),
        !account.phoneAtDesk(),
        form.active(),
        form.grants().stream().map(SkillJson::of).toList(),
        account.version());
  }
}
