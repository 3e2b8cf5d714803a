package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The records of calls. Every method may block and throws {@link Unavailable}. */
public interface CallHistory {

  /**
   * Which calls; each condition that is present must hold.
   *
   * @param from arrived at this moment or later
   * @param to arrived before this moment
   * @param caller the calling number, however it is written
   * @param promiseBroken only calls that were not answered within their promise
   * @param limit 1 to 500
   */
  record Query(
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<String> caller,
      Optional<AgentNo> agent,
      Optional<String> queue,
      boolean promiseBroken,
      int limit) {}

  Optional<CallStory> find(CallId call);

  /** Newest first. */
  List<CallStory> list(Query query);

  /** The routing decisions on a call, oldest first; empty when the call is not known. */
  Optional<List<Decision>> decisions(CallId call);
}
