package io.voltline.domain.simulation;

import io.voltline.domain.kernel.OfferId;

/** One agent's phone ringing for one call, and the talk it may lead to. */
final class Ring {
  final OfferId offer;
  final Visit visit;

  /** Cancelled, or ended: whatever else was planned of it does not happen. */
  boolean over;

  boolean answered;

  Ring(OfferId offer, Visit visit) {
    this.offer = offer;
    this.visit = visit;
  }
}
