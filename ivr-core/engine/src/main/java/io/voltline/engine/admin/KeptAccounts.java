package io.voltline.engine.admin;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The accounts, active or not. What changes one keeps the change in the same transaction. Every
 * method may block and throws Unavailable.
 */
public interface KeptAccounts {

  /**
   * What a new account signs in by.
   *
   * @param sip by which its phone registers
   */
  record NewPasswords(Secret desk, Secret sip) {}

  /** Ordered by agent number. */
  List<KeptAccount> all();

  Optional<KeptAccount> find(AgentNo agent);

  /** Those of active accounts that were made here, ordered by agent number. */
  List<PhoneBook.Phone> phones();

  /** Makes an account; false when there is one of this number. */
  boolean add(AgentNo agent, AccountForm form, NewPasswords passwords, Actor by, Instant at);

  /** Changes an account; false when its version is another by now. */
  boolean change(AgentNo agent, int version, AccountForm form, Actor by, Instant at);

  /** Sets the password to sign in by; false when there is no such account. */
  boolean password(AgentNo agent, Secret password, Actor by, Instant at);
}
