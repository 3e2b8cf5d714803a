package io.voltline.engine.call;

import io.voltline.domain.routing.OfferOutcome;

/** How a ring from the caller's channel ended, the caller being still there. */
public enum RingResult {
  /** There was a talk. */
  TALKED(OfferOutcome.ANSWERED),
  NOT_ANSWERED(OfferOutcome.NOT_ANSWERED),
  REJECTED(OfferOutcome.REJECTED),
  UNREACHABLE(OfferOutcome.UNREACHABLE);

  private final OfferOutcome outcome;

  RingResult(OfferOutcome outcome) {
    this.outcome = outcome;
  }

  OfferOutcome outcome() {
    return outcome;
  }
}
