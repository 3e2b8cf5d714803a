package io.voltline.engine.admin;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.SignIn;
import io.voltline.engine.desk.Unavailable;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accounts are made and changed here. May block; throws {@link Unavailable}. */
public final class AccountDesk {
  private static final Logger log = LoggerFactory.getLogger(AccountDesk.class);

  /**
   * An account that was just made.
   *
   * @param password to be shown once; empty when it was typed
   */
  public record Made(KeptAccount account, Optional<String> password) {
    @Override
    public String toString() {
      return account.toString();
    }
  }

  private final KeptAccounts accounts;
  private final SignIn signIn;
  private final Consumer<AgentNo> signedOut;
  private final Runnable changed;
  private final PhoneBook phones;
  private final Supplier<Set<SkillId>> skills;
  private final InstantSource clock;

  /**
   * A desk over the accounts.
   *
   * @param signedOut is told whose session was ended
   * @param changed has whoever is signed in work by what stands there now
   * @param skills the ones there are now
   */
  public AccountDesk(
      KeptAccounts accounts,
      SignIn signIn,
      Consumer<AgentNo> signedOut,
      Runnable changed,
      PhoneBook phones,
      Supplier<Set<SkillId>> skills,
      InstantSource clock) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.signedOut = signedOut;
    this.changed = changed;
    this.phones = phones;
    this.skills = skills;
    this.clock = clock;
  }

  /** Every account, ordered by agent number. */
  public List<KeptAccount> list() {
    return accounts.all();
  }

  /** The skills that can be granted, in order. */
  public List<SkillId> skills() {
    return skills.get().stream().sorted(Comparator.comparing(SkillId::value)).toList();
  }

  /**
   * The account of this number.
   *
   * @throws Refused NOT_FOUND
   */
  public KeptAccount find(AgentNo agent) throws Refused {
    return accounts
        .find(agent)
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no account " + agent));
  }

  /**
   * Makes an account.
   *
   * @param password one is made up when it is empty
   * @throws Refused INVALID naming the field, CONFLICT when there is one of this number
   */
  public Made add(Actor by, AgentNo agent, AccountForm form, Optional<String> password)
      throws Refused {
    check(form);
    Secret chosen = chosen(agent, password);
    var passwords = new KeptAccounts.NewPasswords(chosen, new Secret(PasswordRule.makeForPhone()));
    if (!accounts.add(agent, form, passwords, by, clock.instant())) {
      throw new Refused(Refused.Reason.CONFLICT, "/agentNo: there is an account " + agent);
    }
    log.info("account {} made by {}", agent, by.agent());
    settle();
    return new Made(find(agent), shown(chosen, password));
  }

  /**
   * Changes an account. Other certificates count for a signed-in agent at once; another role or
   * phone, or none, ends the session.
   *
   * @param version of the account as it was seen
   * @throws Refused NOT_FOUND, INVALID naming the field, CONFLICT when somebody else changed it
   *     since, TALKING when the session would end in a call
   */
  public KeptAccount change(Actor by, AgentNo agent, int version, AccountForm form) throws Refused {
    check(form);
    KeptAccount seen = unchanged(agent, version);
    AccountForm before = seen.form();
    boolean ends = form.endsSessionOf(before);
    if (before.phone() != form.phone() && !seen.phoneAtDesk()) {
      throw new Refused(Refused.Reason.INVALID, "/phone: is set by the accounts file");
    }
    if (ends && agent.equals(by.agent())) {
      throw new Refused(Refused.Reason.INVALID, "/role: nobody takes the own rights away");
    }
    if (ends) {
      signOut(agent);
    }
    if (!accounts.change(agent, version, form, by, clock.instant())) {
      throw conflict(agent);
    }
    log.info("account {} changed by {}", agent, by.agent());
    settle();
    return find(agent);
  }

  /**
   * Sets the password; whoever is signed in by the old one is signed out.
   *
   * @param password one is made up when it is empty
   * @return the one that was made up, to be shown once
   * @throws Refused NOT_FOUND, INVALID naming the field, TALKING
   */
  public Optional<String> password(Actor by, AgentNo agent, Optional<String> password)
      throws Refused {
    find(agent);
    Secret chosen = chosen(agent, password);
    if (!agent.equals(by.agent())) {
      signOut(agent);
    }
    accounts.password(agent, chosen, by, clock.instant());
    log.info("password of {} set by {}", agent, by.agent());
    settle();
    return shown(chosen, password);
  }

  private void signOut(AgentNo agent) throws Refused {
    signIn.signOut(agent);
    signedOut.accept(agent);
  }

  private KeptAccount unchanged(AgentNo agent, int version) throws Refused {
    KeptAccount account = find(agent);
    if (account.version() != version) {
      throw conflict(agent);
    }
    return account;
  }

  private static Refused conflict(AgentNo agent) {
    return new Refused(
        Refused.Reason.CONFLICT, "account " + agent + " was changed since it was read");
  }

  private void check(AccountForm form) throws Refused {
    Set<SkillId> known = skills.get();
    for (Grant grant : form.grants()) {
      if (!known.contains(grant.skill())) {
        throw new Refused(
            Refused.Reason.INVALID, "/skills/" + grant.skill() + ": no such skill here");
      }
    }
  }

  private static Secret chosen(AgentNo agent, Optional<String> password) throws Refused {
    Optional<String> wrong = password.flatMap(typed -> PasswordRule.wrong(typed, agent));
    if (wrong.isPresent()) {
      throw new Refused(Refused.Reason.INVALID, "/password: " + wrong.get());
    }
    return new Secret(password.orElseGet(() -> PasswordRule.make(agent)));
  }

  private static Optional<String> shown(Secret chosen, Optional<String> typed) {
    return Optional.of(chosen.reveal()).filter(_ -> typed.isEmpty());
  }

  /** Tells the switch of the phones there are; false while it or the accounts are away. */
  public boolean phones() {
    try {
      phones.renew(accounts.phones());
      return true;
    } catch (Unavailable e) {
      log.debug("the switch is told of phones later: {}", e.getMessage());
      return false;
    }
  }

  /** What was changed stands, whoever can't be told of it now. */
  private void settle() {
    try {
      changed.run();
      phones();
    } catch (Unavailable e) {
      log.warn("the change of an account counts later: {}", e.getMessage());
    } catch (UncheckedIOException e) {
      log.error("the switch does not know of the change", e);
    }
  }
}
