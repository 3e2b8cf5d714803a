package io.voltline.engine.broadcast;

import io.voltline.domain.broadcast.Broadcast;
import io.voltline.domain.kernel.AgentNo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The broadcasts that are kept. Every method may block and throws Unavailable. */
public interface BroadcastBook {

  /**
   * Keeps one.
   *
   * @param wish with its end
   */
  Broadcast add(Broadcast.Wish wish, AgentNo by, Instant at);

  /** The one of this id, if it holds. */
  Optional<Broadcast> find(long id, Instant now);

  /** Those that hold and that the agent has not read, whomever they are for, the newest first. */
  List<Broadcast> unread(AgentNo agent, Instant now);

  /** Those that held at this moment or later, the newest first. */
  List<Broadcast> since(Instant from, int limit);

  /** Who has read each of these, and when. */
  Map<Long, Map<AgentNo, Instant>> readers(List<Broadcast> broadcasts);

  /** Reading again changes nothing. */
  void read(long id, AgentNo agent, Instant at);

  /** False when it does not hold. */
  boolean withdraw(long id, AgentNo by, Instant at);
}
