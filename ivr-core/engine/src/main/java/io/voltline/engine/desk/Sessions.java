package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import java.time.Duration;
import java.util.Optional;

/**
 * The sessions as all engines share them: one an agent, known by the hash of its token. Every
 * method throws {@link Unavailable} while they can't be reached.
 */
public interface Sessions {

  /** Begins or prolongs the one session of this agent; an earlier one is over. */
  void put(AgentNo agent, String tokenHash, Duration life);

  /** The hash of the session's token; empty text when it was ended, nothing when none is known. */
  Optional<String> find(AgentNo agent);

  /** Ends the session unless it is another one by now; it stays known as ended. */
  void end(AgentNo agent, String tokenHash, Duration life);
}
