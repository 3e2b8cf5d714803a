package io.voltline.engine.web;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxEnd;
import io.voltline.domain.fax.FaxJob;
import io.voltline.domain.fax.FaxMode;
import io.voltline.domain.fax.FaxState;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's FaxJob. */
record FaxJobJson(
    long id,
    Optional<CallId> callId,
    String document,
    PhoneNumber number,
    FaxState state,
    int tries,
    Instant createdAt,
    Optional<Instant> sentAt,
    Optional<Integer> pages,
    Optional<FaxMode> mode,
    Optional<String> station,
    Optional<String> error) {

  static List<FaxJobJson> of(List<FaxJob> jobs) {
    return jobs.stream().map(FaxJobJson::of).toList();
  }

  private static FaxJobJson of(FaxJob job) {
    return new FaxJobJson(
        job.id(),
        job.call(),
        job.document(),
        job.number(),
        job.state(),
        job.tries(),
        job.createdAt(),
        job.sentAt(),
        job.sent().map(FaxEnd.Sent::pages),
        job.sent().flatMap(FaxEnd.Sent::mode),
        job.sent().flatMap(FaxEnd.Sent::station),
        job.error());
  }
}
