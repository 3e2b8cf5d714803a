package io.voltline.engine.call;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.engine.dispatch.Routing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Whom a call talks to, and how callers wait. */
public record Neighbours(
    Routing routing,
    Switch phones,
    CallObserver desks,
    CallLog log,
    Recorder recorder,
    CallerDirectory directory,
    Waiting waiting,
    FlowServices services,
    Speaker speaker,
    CallBacks callBacks,
    Surveys surveys,
    AfterTalk afterTalk,
    InstantSource clock) {

  Instant now() {
    return clock.instant();
  }

  /** Routing offered a call that is no longer there. */
  void giveBack(CallId call, List<Command.Ring> rings) {
    rings.forEach(ring -> routing.offerEnded(ring.offer(), OfferOutcome.CALLER_LEFT));
    routing.callGone(call);
  }
}
