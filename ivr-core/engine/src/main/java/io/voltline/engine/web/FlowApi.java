package io.voltline.engine.web;

import io.voltline.domain.flow.Trial;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.FlowDesk;
import io.voltline.engine.desk.Refused;
import java.util.Map;
import java.util.Optional;

/** Flows and their versions, for administrators. */
final class FlowApi {
  private record Wish(Optional<Trial> trial, Optional<Trial> seen) {}

  private final FlowDesk desk;

  FlowApi(FlowDesk desk) {
    this.desk = desk;
  }

  void offer(Operations api) {
    api.answer("listFlows", this::list);
    api.answer("setFlowTrial", this::set);
  }

  private Reply list(Ask ask) throws Refused {
    by(ask);
    return Reply.ok(Map.of("flows", desk.list()));
  }

  private Reply set(Ask ask) throws Refused {
    Actor by = by(ask);
    Wish wish = ask.body(Wish.class).orElseThrow();
    return Reply.ok(desk.set(by, ask.path("name"), wish.trial(), wish.seen()));
  }

  private static Actor by(Ask ask) throws Refused {
    return Actor.of(ask.account(), ask.address());
  }
}
