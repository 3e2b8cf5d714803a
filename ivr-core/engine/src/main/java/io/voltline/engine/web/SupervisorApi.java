package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.talk.PartKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.talk.AuditTrail;
import io.voltline.engine.talk.Supervision;
import io.voltline.engine.talk.SupervisorDesk;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What supervisors do with other people's calls and states, and the record of it. */
final class SupervisorApi {
  private record Watch(String agentNo, PartKind kind) {}

  private record Current(Optional<InTalk> supervision) {}

  private record InTalk(CallId callId, AgentNo agentNo, PartKind kind) {
    static InTalk of(Supervision on) {
      return new InTalk(on.call(), on.agent(), on.kind());
    }
  }

  private record Whom(String agentNo) {}

  private record Place(String queue, Optional<Integer> priority) {}

  private record ActJson(
      Instant at,
      AgentNo by,
      String act,
      Optional<CallId> callId,
      String whom,
      Optional<BusyReason> reason,
      OptionalInt minutes) {
    static ActJson of(AuditTrail.Act act) {
      return new ActJson(
          act.at(), act.by(), act.act(), act.call(), act.whom(), act.reason(), act.minutes());
    }
  }

  private final SupervisorDesk desk;
  private final AuditTrail trail;
  private final EventHub events;

  SupervisorApi(SupervisorDesk desk, AuditTrail trail, EventHub events) {
    this.desk = desk;
    this.trail = trail;
    this.events = events;
  }

  void offer(Operations api) {
    api.answer("ownSupervision", this::current);
    api.answer("superviseTalk", this::watch);
    api.answer("leaveTalk", this::leave);
    api.answer("releaseTalk", this::release);
    api.answer("moveCall", this::move);
    api.answer("pickCall", this::pick);
    api.answer("setAgentState", this::state);
    api.answer("signAgentOut", this::signOut);
    api.answer("listAudit", this::audit);
  }

  private Reply current(Ask ask) throws Refused {
    return Reply.ok(new Current(desk.current(ask.account()).map(InTalk::of)));
  }

  private Reply watch(Ask ask) throws Refused {
    Watch watch = ask.body(Watch.class).orElseThrow();
    desk.watch(ask.account(), TalkApi.call(ask), new AgentNo(watch.agentNo()), watch.kind());
    return Reply.none();
  }

  private Reply leave(Ask ask) throws Refused {
    desk.leave(ask.account(), TalkApi.call(ask));
    return Reply.none();
  }

  private Reply release(Ask ask) throws Refused {
    desk.release(ask.account(), TalkApi.call(ask), whom(ask));
    return Reply.none();
  }

  private Reply move(Ask ask) throws Refused {
    Place place = ask.body(Place.class).orElseThrow();
    desk.move(ask.account(), TalkApi.call(ask), queue(place.queue()), place.priority());
    return Reply.none();
  }

  private static QueueId queue(String text) {
    try {
      return new QueueId(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput("/queue: not a queue");
    }
  }

  private Reply pick(Ask ask) throws Refused {
    desk.pick(ask.account(), TalkApi.call(ask), whom(ask));
    return Reply.none();
  }

  private static AgentNo whom(Ask ask) {
    return new AgentNo(ask.body(Whom.class).orElseThrow().agentNo());
  }

  private Reply state(Ask ask) throws Refused {
    var wish = AgentApi.wish(ask);
    return Reply.ok(AgentJson.of(desk.state(ask.account(), agent(ask), wish)));
  }

  private Reply signOut(Ask ask) throws Refused {
    desk.signOut(ask.account(), agent(ask));
    events.close(agent(ask));
    return Reply.none();
  }

  private static AgentNo agent(Ask ask) {
    return new AgentNo(ask.path("agentNo"));
  }

  private Reply audit(Ask ask) throws Refused {
    return Reply.ok(
        Map.of("acts", trail.list(ask.account(), ask.limit()).stream().map(ActJson::of).toList()));
  }
}
