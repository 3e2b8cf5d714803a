package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.dispatch.WaitingView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What supervisors watch.
 *
 * @param agents who take calls, signed in or not, ordered by number
 * @param waiting callers not answered yet, the most urgent first
 */
public record WallView(List<Agent> agents, List<Queue> queues, List<Waiting> waiting) {

  /** The same with those agents only who were another before; empty when nothing is new. */
  Optional<WallView> since(WallView before) {
    Map<AgentNo, Agent> were =
        before.agents.stream()
            .collect(Collectors.toMap(agent -> agent.account().agentNo(), agent -> agent));
    List<Agent> changed =
        agents.stream()
            .filter(agent -> !agent.equals(were.get(agent.account().agentNo())))
            .toList();
    return changed.isEmpty() && queues.equals(before.queues) && waiting.equals(before.waiting)
        ? Optional.empty()
        : Optional.of(new WallView(changed, queues, waiting));
  }

  /**
   * One queue.
   *
   * @param today empty while the day's figures can't be read
   */
  public record Queue(QueueView live, Optional<QueueDay> today) {}

  /**
   * One caller.
   *
   * @param caller empty text when withheld
   */
  public record Waiting(WaitingView live, String caller) {}
}
