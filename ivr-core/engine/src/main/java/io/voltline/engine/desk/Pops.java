package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.dispatch.AgentView;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The screen-pop each agent has before them, for a page that is refreshed. */
final class Pops {
  private final Map<AgentNo, DeskEvent.CallOffered> pops = new ConcurrentHashMap<>();

  void show(DeskEvent.CallOffered pop) {
    pops.put(pop.agent(), pop);
  }

  /** Puts the customer in, unless the agent has another call by now. */
  boolean replace(DeskEvent.CallOffered old, DeskEvent.CallOffered full) {
    return pops.replace(old.agent(), old, full);
  }

  /** The pop of this very call. */
  Optional<DeskEvent.CallOffered> of(AgentNo agent, CallId call) {
    return Optional.ofNullable(pops.get(agent)).filter(pop -> pop.call().equals(call));
  }

  /** The pop of the call that the agent is rung for, talks on or wraps up. */
  Optional<DeskEvent.CallOffered> of(AgentView agent) {
    return agent.call().flatMap(call -> of(agent.agent(), call));
  }

  void close(AgentNo agent, CallId call) {
    of(agent, call).ifPresent(pop -> pops.remove(agent, pop));
  }

  /** An agent without a call has no pop. */
  void follow(AgentView agent) {
    if (agent.call().isEmpty()) {
      pops.remove(agent.agent());
    }
  }
}
