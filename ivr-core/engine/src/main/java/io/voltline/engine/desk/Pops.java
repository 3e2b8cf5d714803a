package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.dispatch.AgentView;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The screen-pop each agent has before them, for a page that is refreshed. */
final class Pops {
  private final Map<AgentNo, DeskEvent.CallOffered> pops = new ConcurrentHashMap<>();

  void show(DeskEvent.CallOffered pop) {
    pops.put(pop.agent(), pop);
  }

  /** The pop as it is from now on; empty when the agent has another call by now, or none. */
  Optional<DeskEvent.CallOffered> change(
      AgentNo agent, CallId call, UnaryOperator<DeskEvent.CallOffered> change) {
    return Optional.ofNullable(
            pops.computeIfPresent(
                agent, (_, pop) -> pop.call().equals(call) ? change.apply(pop) : pop))
        .filter(pop -> pop.call().equals(call));
  }

  /** The pop of this very call. */
  Optional<DeskEvent.CallOffered> of(AgentNo agent, CallId call) {
    return Optional.ofNullable(pops.get(agent)).filter(pop -> pop.call().equals(call));
  }

  /** The pop of the call that the desk is rung for, talks on or wraps up. */
  Optional<DeskEvent.CallOffered> of(AgentView agent) {
    return Optional.ofNullable(pops.get(agent.agent()))
        .filter(
            pop -> pop.supervising().isPresent() || agent.call().equals(Optional.of(pop.call())));
  }

  void close(AgentNo agent, CallId call) {
    of(agent, call).ifPresent(pop -> pops.remove(agent, pop));
  }

  /** An agent without a call has no pop; of a supervisor's calls routing knows nothing. */
  void follow(AgentView agent) {
    if (agent.call().isEmpty()) {
      pops.computeIfPresent(agent.agent(), (_, pop) -> pop.supervising().isPresent() ? pop : null);
    }
  }
}
