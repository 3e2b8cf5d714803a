package io.voltline.engine.shift;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.Optional;

/** The record of what agents did. Returns at once. */
@FunctionalInterface
public interface WorkLog {

  /** What an agent does with a call. */
  enum Kind {
    TALK,
    HOLD,
    /** After-call work. */
    ACW
  }

  /**
   * Keeps one stretch of it.
   *
   * @param call empty for after-call work that the agent chose without one
   */
  void worked(AgentNo agent, Kind kind, Optional<CallId> call, Instant began, Instant ended);
}
