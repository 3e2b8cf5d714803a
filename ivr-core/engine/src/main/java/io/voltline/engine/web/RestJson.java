package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.BusyReason;
import io.voltline.engine.desk.RestRequest;
import java.time.Instant;

/** The contract's RestRequest. */
record RestJson(
    AgentNo agentNo, String name, BusyReason reason, int minutes, Instant askedAt, Instant until) {

  static RestJson of(RestRequest request) {
    return new RestJson(
        request.agent(),
        request.name(),
        request.reason(),
        request.minutes(),
        request.askedAt(),
        request.until());
  }
}
