package io.voltline.engine.web;

import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.desk.AgentDesk;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The live view of agents and queues, and the agent's own state. */
final class AgentApi {
  private record Wish(AgentState state, Optional<BusyReason> reason, OptionalInt minutes) {}

  private final AgentDesk desk;
  private final InstantSource clock;

  AgentApi(AgentDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void offer(Operations api) {
    api.answer("listAgents", ask -> agents());
    api.answer("listQueues", ask -> queues());
    api.answer("listBusyReasons", ask -> Reply.ok(Map.of("reasons", desk.reasons())));
    api.answer("setMyState", this::setState);
  }

  private Reply agents() {
    return Reply.ok(Map.of("agents", desk.agents().stream().map(AgentJson::of).toList()));
  }

  private Reply queues() {
    var now = clock.instant();
    return Reply.ok(
        Map.of("queues", desk.queues().stream().map(view -> QueueJson.of(view, now)).toList()));
  }

  private Reply setState(Ask ask) throws Exception {
    return Reply.ok(AgentJson.of(desk.request(ask.account().agentNo(), wish(ask))));
  }

  /** The state that is asked for. */
  static StateRequest wish(Ask ask) {
    Wish wish = ask.body(Wish.class).orElseThrow();
    try {
      return new StateRequest(wish.state(), wish.reason(), wish.minutes());
    } catch (IllegalArgumentException e) {
      throw new BadInput("/" + e.getMessage());
    }
  }
}
