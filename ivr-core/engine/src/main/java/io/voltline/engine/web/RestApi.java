package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.BusyReason;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.shift.RestRequests;
import java.util.Map;

/** Rests that agents ask their supervisors for. */
final class RestApi {
  private record Wish(BusyReason reason, int minutes) {}

  private record Answer(boolean granted) {}

  private final RestRequests rests;

  RestApi(RestRequests rests) {
    this.rests = rests;
  }

  void offer(Operations api) {
    api.answer("listRestRequests", this::list);
    api.answer("askForRest", this::ask);
    api.answer("withdrawRestRequest", this::withdraw);
    api.answer("answerRestRequest", this::answer);
  }

  private Reply list(Ask ask) {
    return Reply.ok(
        Map.of("requests", rests.open(ask.account()).stream().map(RestJson::of).toList()));
  }

  private Reply ask(Ask ask) throws Refused {
    Wish wish = ask.body(Wish.class).orElseThrow();
    return Reply.created(RestJson.of(rests.ask(ask.account(), wish.reason(), wish.minutes())));
  }

  private Reply withdraw(Ask ask) {
    rests.withdraw(ask.account());
    return Reply.none();
  }

  private Reply answer(Ask ask) throws Refused {
    boolean granted = ask.body(Answer.class).orElseThrow().granted();
    rests.answer(ask.account(), new AgentNo(ask.path("agentNo")), granted);
    return Reply.none();
  }
}
