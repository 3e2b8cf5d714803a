package io.voltline.engine.call;

import io.voltline.engine.dispatch.Routing;
import java.time.Instant;
import java.time.InstantSource;

/** Whom a call talks to. */
public record Neighbours(
    Routing routing,
    Switch phones,
    CallObserver desks,
    CallLog log,
    Recorder recorder,
    CallerDirectory directory,
    InstantSource clock) {

  Instant now() {
    return clock.instant();
  }
}
