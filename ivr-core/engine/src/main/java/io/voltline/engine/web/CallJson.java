package io.voltline.engine.web;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.survey.RatingVia;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.desk.CallQuality;
import io.voltline.engine.desk.CallStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's Call. */
record CallJson(
    CallId callId,
    Personal caller,
    Optional<AccountNo> accountNo,
    Optional<Language> language,
    Optional<QueueId> queue,
    Instant arrivedAt,
    Optional<Instant> queuedAt,
    List<OfferJson> offers,
    Optional<Instant> answeredAt,
    Optional<AgentNo> answeredBy,
    Optional<Duration> answerSeconds,
    Optional<Instant> endedAt,
    Optional<EndReason> endReason,
    Optional<CallStory.BrokenPromise> promiseBroken,
    List<CallStory.Visited> flowPath,
    List<RecordingJson> recordings,
    List<WorkOrderNo> workOrders,
    Optional<Integer> survey,
    Optional<AgentNo> surveyBy,
    Optional<RatingVia> surveyVia,
    List<TalkJson.Part> parts,
    Duration holdSeconds,
    CallStory.Direction direction,
    Optional<AgentNo> madeBy,
    List<CallQuality> quality) {

  /** The contract's Offer. */
  record OfferJson(
      AgentNo agentNo,
      Instant offeredAt,
      Duration ringSeconds,
      OfferOutcome outcome,
      Optional<Instant> endedAt) {
    static List<OfferJson> of(List<CallStory.Offered> offers) {
      return offers.stream()
          .map(
              o ->
                  new OfferJson(o.agentNo(), o.offeredAt(), o.ringTime(), o.outcome(), o.endedAt()))
          .toList();
    }
  }

  static CallJson of(CallStory call) {
    return new CallJson(
        call.callId(),
        Personal.number(call.caller()),
        call.accountNo(),
        call.language(),
        call.queue(),
        call.arrivedAt(),
        call.queuedAt(),
        OfferJson.of(call.offers()),
        call.answeredAt(),
        call.answeredBy(),
        call.queuedAt()
            .flatMap(queued -> call.answeredAt().map(at -> Duration.between(queued, at))),
        call.endedAt(),
        call.endReason(),
        call.promiseBroken(),
        call.flowPath(),
        RecordingJson.of(call.recordings()),
        call.workOrders(),
        call.survey().map(CallStory.Survey::rating),
        call.survey().flatMap(CallStory.Survey::agentNo),
        call.survey().map(CallStory.Survey::via),
        call.parts().stream().map(TalkJson.Part::of).toList(),
        call.held(),
        call.direction(),
        call.madeBy(),
        call.quality());
  }
}
