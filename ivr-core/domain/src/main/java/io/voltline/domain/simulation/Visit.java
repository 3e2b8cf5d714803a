package io.voltline.domain.simulation;

import io.voltline.domain.kernel.CallId;

/** One call of a caller, from its arrival to its end. */
final class Visit {
  final CallId id;
  final Caller caller;
  final int attempt;
  final long arrivedAt;

  /** The caller hears an agent. */
  boolean heard;

  /** The call is over. */
  boolean over;

  Visit(CallId id, Caller caller, int attempt, long arrivedAt) {
    this.id = id;
    this.caller = caller;
    this.attempt = attempt;
    this.arrivedAt = arrivedAt;
  }

  boolean waits() {
    return !heard && !over;
  }
}
