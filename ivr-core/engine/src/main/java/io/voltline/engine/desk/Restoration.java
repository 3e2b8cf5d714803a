package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.AgentState;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.Overloaded;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs in again, after a restart, whoever was signed in before it. */
final class Restoration {
  private static final Logger log = LoggerFactory.getLogger(Restoration.class);

  private final AccountBook accounts;
  private final SessionBook sessions;
  private final PresenceBook presences;
  private final AgentCommands routing;
  private final Set<AgentNo> done = new HashSet<>();

  Restoration(
      AccountBook accounts, SessionBook sessions, PresenceBook presences, AgentCommands routing) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.presences = presences;
    this.routing = routing;
  }

  /** Looks every account up once; throws {@link Unavailable} to be called again later. */
  void run() {
    accounts.refresh();
    for (Account account : accounts.all()) {
      if (!done.contains(account.agentNo())) {
        tryToRestore(account);
        done.add(account.agentNo());
      }
    }
    presences.allRead();
    routing.agentsKnown();
    log.info("agents of before the start looked up: {}", done.size());
  }

  /** Nobody waits for those any longer who can't be looked up: who is there now is all there is. */
  void giveUp() {
    log.warn("agents of before the start can't be looked up: callers nobody serves overflow");
    routing.agentsKnown();
  }

  private void tryToRestore(Account account) {
    try {
      restore(account);
    } catch (Unavailable | Overloaded e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("agent {} is not signed in again", account.agentNo(), e);
    }
  }

  private void restore(Account account) {
    if (!sessions.adopt(account.agentNo()) || !account.takesCalls()) {
      return;
    }
    presences
        .find(account.agentNo())
        .filter(last -> last.state() != AgentState.SIGNED_OUT)
        .ifPresent(
            last -> {
              routing.restore(last, account.certificates());
              log.info("agent {} is signed in again, was {}", last.agent(), last.state());
            });
  }
}
