package io.voltline.engine.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.voltline.domain.customer.Outage;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkChange;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.RestRequest;
import io.voltline.engine.rules.Names;
import io.voltline.engine.rules.ReasonForm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's events. */
record EventJson(String type, Instant at, @JsonUnwrapped Object content) {

  private record Nothing() {}

  private record AgentContent(AgentJson agent) {}

  private record OfferedContent(
      CallId callId,
      AgentNo agentNo,
      String caller,
      Language language,
      QueueId queue,
      Instant queuedAt,
      Duration ringSeconds,
      Duration promiseSecondsLeft,
      List<String> flowPath,
      Optional<CustomerJson> customer,
      List<WorkOrderJson> openWorkOrders,
      List<Outage> outages,
      Optional<PassedOnContent> passedOn,
      Optional<PartKind> supervision,
      Optional<Instant> answeredAt) {}

  private record PassedOnContent(AgentNo agentNo, Optional<String> notes) {
    static PassedOnContent of(DeskEvent.PassedOn passedOn) {
      return new PassedOnContent(passedOn.from(), passedOn.notes());
    }
  }

  private record TalkContent(TalkJson talk, TalkChange change, AgentNo by) {}

  private record HelpContent(CallId callId, AgentNo agentNo) {}

  private record SupervisedContent(
      CallId callId, AgentNo supervisor, AgentNo agentNo, PartKind kind, boolean on) {}

  private record AnsweredContent(CallId callId, AgentNo agentNo) {}

  private record EndedContent(
      CallId callId, AgentNo agentNo, OfferOutcome outcome, Optional<EndReason> endReason) {}

  private record WorkOrderContent(WorkOrderJson workOrder) {}

  private record QueuesContent(List<QueueJson> queues) {}

  private record RestContent(RestJson request) {}

  private record AlarmsContent(List<AlarmJson> alarms) {}

  private record BroadcastContent(BroadcastJson broadcast) {}

  private record WithdrawnContent(long id) {}

  private record ReasonsContent(List<ReasonForm> reasons) {}

  private record NamesContent(Names names) {}

  private record ReadContent(long id, BroadcastJson.Reader reader) {}

  private record RestAnswerContent(
      RestJson request, RestRequest.Answer answer, Optional<AgentNo> by) {}

  static EventJson of(DeskEvent event) {
    return switch (event) {
      case DeskEvent.AgentStateChanged changed ->
          new EventJson("agent.state", event.at(), new AgentContent(AgentJson.of(changed.agent())));
      case DeskEvent.CallOffered offered ->
          new EventJson("call.offered", event.at(), offered(offered));
      case DeskEvent.CallAnswered answered ->
          new EventJson(
              "call.answered", event.at(), new AnsweredContent(answered.call(), answered.agent()));
      case DeskEvent.CallEnded ended ->
          new EventJson(
              "call.ended",
              event.at(),
              new EndedContent(ended.call(), ended.agent(), ended.outcome(), ended.reason()));
      case DeskEvent.PromiseBroken broken ->
          new EventJson("promise.broken", event.at(), BrokenJson.of(broken));
      case DeskEvent.WorkOrderChanged changed ->
          new EventJson(
              "workorder.changed",
              event.at(),
              new WorkOrderContent(WorkOrderJson.of(changed.workOrder())));
      case DeskEvent.QueueStats stats ->
          new EventJson(
              "queue.stats",
              event.at(),
              new QueuesContent(
                  stats.queues().stream().map(view -> QueueJson.of(view, event.at())).toList()));
      case DeskEvent.TalkChanged changed ->
          new EventJson(
              "talk.changed",
              event.at(),
              new TalkContent(TalkJson.of(changed.talk()), changed.change(), changed.by()));
      case DeskEvent.HelpAsked asked ->
          new EventJson("help.asked", event.at(), new HelpContent(asked.call(), asked.agent()));
      case DeskEvent.Supervised on ->
          new EventJson(
              "supervision.changed",
              event.at(),
              new SupervisedContent(on.call(), on.supervisor(), on.agent(), on.kind(), on.on()));
      case DeskEvent.WallChanged changed ->
          new EventJson("wall", event.at(), WallJson.of(changed.wall(), event.at()));
      case DeskEvent.RestAsked asked ->
          new EventJson("rest.asked", event.at(), new RestContent(RestJson.of(asked.request())));
      case DeskEvent.RestAnswered answered ->
          new EventJson(
              "rest.answered",
              event.at(),
              new RestAnswerContent(
                  RestJson.of(answered.request()), answered.answer(), answered.by()));
      case DeskEvent.AlarmsChanged changed ->
          new EventJson(
              "alarms",
              event.at(),
              new AlarmsContent(changed.alarms().stream().map(AlarmJson::of).toList()));
      case DeskEvent.BroadcastSent sent ->
          new EventJson(
              "broadcast.sent",
              event.at(),
              new BroadcastContent(BroadcastJson.of(sent.broadcast())));
      case DeskEvent.BroadcastWithdrawn gone ->
          new EventJson("broadcast.withdrawn", event.at(), new WithdrawnContent(gone.id()));
      case DeskEvent.BroadcastRead read ->
          new EventJson(
              "broadcast.read",
              event.at(),
              new ReadContent(read.id(), BroadcastJson.Reader.of(read.reader(), read.at())));
      case DeskEvent.ReasonsChanged changed ->
          new EventJson("reasons.changed", event.at(), new ReasonsContent(changed.reasons()));
      case DeskEvent.NamesChanged changed ->
          new EventJson("names.changed", event.at(), new NamesContent(changed.names()));
      case DeskEvent.SessionReplaced _ ->
          new EventJson("session.replaced", event.at(), new Nothing());
    };
  }

  private static OfferedContent offered(DeskEvent.CallOffered offered) {
    Optional<CustomerJson> customer = offered.customer().map(CustomerJson::of);
    return new OfferedContent(
        offered.call(),
        offered.agent(),
        offered.caller(),
        offered.language(),
        offered.queue(),
        offered.queuedAt(),
        offered.ringTime(),
        offered.promiseLeft(),
        offered.flowPath(),
        customer,
        customer.map(CustomerJson::openWorkOrders).orElse(List.of()),
        customer.map(CustomerJson::outages).orElse(List.of()),
        offered.passedOn().map(PassedOnContent::of),
        offered.supervising().flatMap(DeskEvent.Supervising::kind),
        offered.supervising().flatMap(DeskEvent.Supervising::answeredAt));
  }
}
