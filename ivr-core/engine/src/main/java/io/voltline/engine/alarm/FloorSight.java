package io.voltline.engine.alarm;

import io.voltline.domain.alarm.FloorFigures;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.dispatch.QueueView;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Measures the floor as it is. For one thread. */
public final class FloorSight {
  private final AgentDesk agents;
  private final LiveView live;
  private final Function<QueueId, Duration> promise;
  private final HelpCalls helps;
  private final PartWatch parts;

  /**
   * Looks at these.
   *
   * @param promise of a queue, from queued to answered
   */
  public FloorSight(
      AgentDesk agents,
      LiveView live,
      Function<QueueId, Duration> promise,
      HelpCalls helps,
      PartWatch parts) {
    this.agents = agents;
    this.live = live;
    this.promise = promise;
    this.helps = helps;
    this.parts = parts;
  }

  FloorFigures at(Instant now) {
    Map<AgentNo, Duration> rests = new HashMap<>();
    Map<AgentNo, Duration> wrapUps = new HashMap<>();
    for (AgentView agent : views()) {
      if (agent.state() == AgentState.ACW) {
        wrapUps.put(agent.agent(), Duration.between(agent.since(), now));
      } else if (agent.reason().filter(BusyReason::rest).isPresent()) {
        agent
            .until()
            .filter(now::isAfter)
            .ifPresent(end -> rests.put(agent.agent(), Duration.between(end, now)));
      }
    }
    return new FloorFigures(
        live.queues().stream().flatMap(queue -> queue(queue, now).stream()).toList(),
        rests,
        wrapUps,
        helps.open(),
        parts.down(now));
  }

  /** Nobody while accounts can't be read: what is then away must be told all the same. */
  private List<AgentView> views() {
    try {
      return agents.agents().stream().map(Agent::live).toList();
    } catch (Unavailable e) {
      return List.of();
    }
  }

  private Optional<FloorFigures.Queue> queue(QueueView queue, Instant now) {
    return queue
        .oldest()
        .filter(_ -> queue.waiting() > 0)
        .map(
            oldest ->
                new FloorFigures.Queue(
                    queue.queue(),
                    queue.waiting(),
                    Duration.between(oldest, now),
                    promise.apply(queue.queue()),
                    signedIn(queue)));
  }

  private static int signedIn(QueueView queue) {
    return queue.agentsIdle() + queue.agentsRinging() + queue.agentsTalking() + queue.agentsBusy();
  }
}
