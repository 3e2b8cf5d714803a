package io.voltline.engine.admin;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.engine.desk.PhoneKind;
import java.util.List;

/** The phones that the switch knows by the engine's word, besides those of the accounts file. */
@FunctionalInterface
public interface PhoneBook {

  /** A phone that may register. */
  record Phone(AgentNo agent, PhoneKind kind, Secret password) {}

  /**
   * Has the switch know these and no others, without a pause for those who talk. May block; throws
   * Unavailable while the switch can't be told, which is then told the next time.
   */
  void renew(List<Phone> phones);
}
