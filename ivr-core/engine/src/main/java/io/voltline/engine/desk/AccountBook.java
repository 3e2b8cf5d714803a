package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The accounts as last read, so that those who work go on while they can't be read. */
final class AccountBook {
  private final Accounts accounts;
  private final Map<String, Account> known = new ConcurrentSkipListMap<>();
  private final Map<AgentNo, Account> renewed = new ConcurrentHashMap<>();

  AccountBook(Accounts accounts) {
    this.accounts = accounts;
  }

  Optional<Account> find(AgentNo agent) {
    Account account = known.get(agent.value());
    if (account != null) {
      return Optional.of(account);
    }
    Optional<Account> read = accounts.find(agent);
    read.ifPresent(a -> known.put(agent.value(), a));
    return read;
  }

  /** The account if it was read before; asks nobody. */
  Optional<Account> known(AgentNo agent) {
    return Optional.ofNullable(known.get(agent.value()));
  }

  /** Ordered by agent number. */
  List<Account> all() {
    if (known.isEmpty()) {
      refresh();
    }
    return List.copyOf(known.values());
  }

  boolean verify(AgentNo agent, String password) {
    return accounts.verify(agent, password);
  }

  /** One at a time: what was read first must not stand over what was read last. */
  synchronized void refresh() {
    List<Account> read = accounts.all();
    for (Account account : read) {
      Account before = known.put(account.agentNo().value(), account);
      if (before != null && !before.certificates().equals(account.certificates())) {
        renewed.put(account.agentNo(), account);
      }
    }
    known.values().retainAll(read);
  }

  /** Accounts that were read with other certificates than before, until {@link #settled}. */
  List<Account> renewed() {
    return List.copyOf(renewed.values());
  }

  void settled(Account account) {
    renewed.remove(account.agentNo(), account);
  }
}
