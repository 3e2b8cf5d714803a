package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import java.util.Optional;

/** Callers who wait, for those who may say where. */
public interface WaitingLine {

  /**
   * Puts a caller who waits in another queue, since when it was.
   *
   * @param priority empty for the one it has
   * @return false when this engine has no such caller waiting
   */
  boolean move(CallId call, QueueId queue, Optional<Integer> priority);

  /** The caller waits for this agent first; false when this engine has no such caller waiting. */
  boolean pick(CallId call, AgentNo agent);

  /**
   * Rings a phone that calls are not routed to and takes the caller out of the line for it. Whoever
   * is not answered waits on in the old place.
   */
  PickUp pickUp(CallId call, AgentNo by);
}
