package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.dispatch.Overloaded;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.dispatch.RequestRefused;
import io.voltline.engine.rules.ReasonForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts and live states side by side, and the desk's words for what routing refuses. */
final class AgentStates implements AgentDesk {
  private final AccountBook accounts;
  private final AgentCommands routing;
  private final LiveView live;
  private final BusyReasons reasons;
  private final Instant startedAt;

  AgentStates(
      AccountBook accounts,
      AgentCommands routing,
      LiveView live,
      BusyReasons reasons,
      Instant startedAt) {
    this.accounts = accounts;
    this.routing = routing;
    this.live = live;
    this.reasons = reasons;
    this.startedAt = startedAt;
  }

  @Override
  public List<Agent> agents() {
    return accounts.all().stream().map(this::agent).toList();
  }

  @Override
  public List<QueueView> queues() {
    return live.queues();
  }

  @Override
  public List<ReasonForm> reasons() {
    return reasons.list();
  }

  @Override
  public Agent request(AgentNo agent, StateRequest state) throws Refused {
    if (reasons.needApproval(state)) {
      throw new Refused(Refused.Reason.NEEDS_APPROVAL, "a supervisor has to grant it");
    }
    return take(agent, state, routing::request);
  }

  @Override
  public StateRequest fitting(StateRequest state) throws Refused {
    return reasons.fitting(state);
  }

  @Override
  public Agent force(AgentNo agent, StateRequest state) throws Refused {
    return take(agent, state, routing::grant);
  }

  /** How routing is asked. */
  private interface Asking {
    AgentView ask(AgentNo agent, StateRequest state) throws RequestRefused;
  }

  private Agent take(AgentNo agent, StateRequest state, Asking asking) throws Refused {
    Account account =
        accounts
            .find(agent)
            .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no agent " + agent));
    if (!account.takesCalls()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "only agents take calls");
    }
    try {
      return new Agent(account, asking.ask(agent, reasons.fitting(state)));
    } catch (RequestRefused e) {
      throw Refused.by(e.refusal());
    } catch (Overloaded e) {
      throw new Unavailable("routing", e);
    }
  }

  Agent agent(Account account) {
    return new Agent(account, view(account.agentNo()));
  }

  Agent signIn(Account account) {
    return account.takesCalls() ? new Agent(account, certified(account)) : agent(account);
  }

  /** Gives the certificates to an agent who is signed in, whose state stays as it is. */
  synchronized void renew(Account account) {
    if (view(account.agentNo()).state() != AgentState.SIGNED_OUT) {
      certified(account);
    }
  }

  /** Never during a renewal, which would sign the agent in again. */
  synchronized void signOut(AgentNo agent) throws Refused {
    try {
      routing.signOut(agent);
    } catch (RequestRefused e) {
      throw Refused.by(e.refusal());
    } catch (Overloaded e) {
      throw new Unavailable("routing", e);
    }
  }

  private AgentView certified(Account account) {
    try {
      return routing.signIn(account.agentNo(), account.certificates());
    } catch (Overloaded e) {
      throw new Unavailable("routing", e);
    }
  }

  private AgentView view(AgentNo agent) {
    return live.agent(agent)
        .orElseGet(
            () ->
                new AgentView(
                    agent,
                    AgentState.SIGNED_OUT,
                    Optional.empty(),
                    startedAt,
                    Optional.empty(),
                    false,
                    Optional.empty()));
  }
}
