package io.voltline.engine.selfservice;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What callers leave behind. Every method may block and throws Unavailable. */
public interface FeedbackBook {

  /**
   * A message on tape.
   *
   * @param path as the switch was told to write it
   * @param call empty when it was left anonymously
   */
  record Message(
      String path, Optional<CallId> call, Duration length, Instant at, WorkOrderNo order) {}

  void keep(Message message);

  /** Keeps a rating of the call and of who answered it; the last one of a call counts. */
  void rate(CallId call, int rating, Instant at);
}
