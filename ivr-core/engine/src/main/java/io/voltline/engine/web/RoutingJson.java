package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.routing.Decision;
import io.voltline.domain.routing.Verdict;
import io.voltline.engine.desk.CallStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's Routing: why each agent was or was not chosen, and what came of it. */
record RoutingJson(
    CallId callId,
    Optional<Instant> queuedAt,
    PromiseJson promise,
    List<DecisionJson> decisions,
    List<CallJson.OfferJson> offers,
    List<CallStory.Overflown> overflows) {

  /**
   * The promise as it was to this caller.
   *
   * @param seconds empty when no decision was kept that tells
   */
  record PromiseJson(
      Optional<Duration> seconds, Optional<Instant> brokenAt, Optional<BreachCause> cause) {}

  private record CandidateJson(AgentNo agentNo, Verdict verdict) {}

  /** The contract's RoutingDecision. */
  record DecisionJson(
      Instant at,
      String outcome,
      QueueId queue,
      String demand,
      boolean reserveOpen,
      Duration promiseLeftSeconds,
      Duration ringSeconds,
      List<CandidateJson> candidates,
      int unnamed) {

    static DecisionJson of(Decision decision) {
      return new DecisionJson(
          Instant.ofEpochMilli(decision.atMillis()),
          decision.outcome(),
          decision.queue(),
          decision.demand().toString(),
          decision.reserveOpen(),
          Duration.ofMillis(decision.promiseLeftMillis()),
          Duration.ofMillis(decision.ringMillis()),
          decision.candidates().stream()
              .map(candidate -> new CandidateJson(candidate.agent(), candidate.verdict()))
              .toList(),
          decision.unnamed());
    }
  }

  static RoutingJson of(CallStory call, List<Decision> decisions) {
    return new RoutingJson(
        call.callId(),
        call.queuedAt(),
        new PromiseJson(
            promise(call, decisions),
            call.promiseBroken().map(CallStory.BrokenPromise::at),
            call.promiseBroken().map(CallStory.BrokenPromise::cause)),
        decisions.stream().map(DecisionJson::of).toList(),
        CallJson.OfferJson.of(call.offers()),
        call.overflows());
  }

  /** What was left at the last decision tells the whole, whatever the settings say by now. */
  private static Optional<Duration> promise(CallStory call, List<Decision> decisions) {
    return call.queuedAt()
        .filter(_ -> !decisions.isEmpty())
        .map(
            queued -> {
              Decision last = decisions.getLast();
              long deadline = last.atMillis() + last.promiseLeftMillis();
              return Duration.ofMillis(deadline - queued.toEpochMilli());
            });
  }
}
