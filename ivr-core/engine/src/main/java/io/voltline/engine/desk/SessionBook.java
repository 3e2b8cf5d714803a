package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is signed in. The shared sessions are the truth while they can be reached; the engine's own
 * copy bridges the time when they can't, and fills them again if they come back empty.
 */
final class SessionBook {
  private static final Logger log = LoggerFactory.getLogger(SessionBook.class);

  /** {@code known}: the shared sessions have it. */
  private record Own(String hash, Instant expiresAt, boolean known) {
    boolean alive(Instant now) {
      return now.isBefore(expiresAt);
    }
  }

  private final Sessions shared;
  private final Duration life;

  /** Prolonging more often than this would only make work. */
  private final Duration grain;

  private final InstantSource clock;
  private final Map<AgentNo, Own> own = new ConcurrentHashMap<>();

  /** Sessions that ended while nothing could be shared; what is shared must not bring them back. */
  private final Map<AgentNo, String> ended = new ConcurrentHashMap<>();

  SessionBook(Sessions shared, Duration life, InstantSource clock) {
    this.shared = shared;
    this.life = life;
    this.grain = life.dividedBy(60);
    this.clock = clock;
  }

  void begin(AgentNo agent, String hash) {
    var begun = new Own(hash, clock.instant().plus(life), share(agent, hash));
    Own before = own.put(agent, begun);
    if (!begun.known() && before != null && !before.hash().equals(hash)) {
      ended.putIfAbsent(agent, before.hash());
    }
  }

  /**
   * Whether somebody has been signed in as this agent since before this engine's start; the session
   * is then this engine's, too, to end when nobody uses it. Throws {@link Unavailable}.
   */
  boolean adopt(AgentNo agent) {
    Optional<String> hash = shared.find(agent).filter(h -> !h.isEmpty());
    // Older than it looks: the first use prolongs it.
    Instant expiresAt = clock.instant().plus(life).minus(grain);
    hash.ifPresent(h -> own.putIfAbsent(agent, new Own(h, expiresAt, true)));
    return hash.isPresent();
  }

  /** Whether this is the agent's session; each yes prolongs it. */
  boolean holds(AgentNo agent, String hash) {
    Instant now = clock.instant();
    Optional<Own> known =
        Optional.ofNullable(own.get(agent)).filter(o -> o.hash().equals(hash) && o.alive(now));
    // One that began while nothing could be shared is newer than what is there.
    Own mine = own.get(agent);
    Optional<String> there = mine != null && !mine.known() ? Optional.empty() : sharedHash(agent);
    boolean holds = there.map(hash::equals).orElse(known.isPresent());
    if (!holds) {
      forget(agent, hash);
    } else if (there.isEmpty() || known.filter(o -> fresh(o, now)).isEmpty()) {
      begin(agent, hash);
    }
    return holds;
  }

  private boolean fresh(Own session, Instant now) {
    return now.plus(life).isBefore(session.expiresAt().plus(grain));
  }

  /** Whether anybody is signed in as this agent, here or at another engine. */
  boolean anyFor(AgentNo agent) {
    Instant now = clock.instant();
    boolean ownLives = Optional.ofNullable(own.get(agent)).filter(o -> o.alive(now)).isPresent();
    return sharedHash(agent).map(hash -> !hash.isEmpty()).orElse(ownLives);
  }

  /** Ends whatever session the agent has. */
  void end(AgentNo agent) {
    Optional.ofNullable(own.get(agent))
        .map(Own::hash)
        .or(() -> sharedHash(agent).filter(hash -> !hash.isEmpty()))
        .ifPresent(hash -> end(agent, hash));
  }

  void end(AgentNo agent, String hash) {
    forget(agent, hash);
    ended.putIfAbsent(agent, hash);
    settleEnd(agent);
  }

  /** Shares what could not be shared when it began or ended. */
  void settle() {
    ended.keySet().forEach(this::settleEnd);
    own.forEach(
        (agent, o) -> {
          if (!o.known() && share(agent, o.hash())) {
            own.replace(agent, o, new Own(o.hash(), o.expiresAt(), true));
          }
        });
  }

  /** Agents whose session nobody used for its whole life. */
  List<AgentNo> expired() {
    Instant now = clock.instant();
    return own.entrySet().stream()
        .filter(e -> !e.getValue().alive(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  void forget(AgentNo agent) {
    own.remove(agent);
  }

  private void forget(AgentNo agent, String hash) {
    own.computeIfPresent(agent, (_, o) -> o.hash().equals(hash) ? null : o);
  }

  private void settleEnd(AgentNo agent) {
    String hash = ended.get(agent);
    try {
      if (hash != null) {
        shared.end(agent, hash, life);
        ended.remove(agent, hash);
      }
    } catch (Unavailable e) {
      log.debug("the end of a session of agent {} is shared later", agent);
    }
  }

  /** Empty text is a session that ended. */
  private Optional<String> sharedHash(AgentNo agent) {
    try {
      return shared.find(agent).map(hash -> hash.equals(ended.get(agent)) ? "" : hash);
    } catch (Unavailable e) {
      return Optional.empty();
    }
  }

  private boolean share(AgentNo agent, String hash) {
    try {
      shared.put(agent, hash, life);
      ended.remove(agent);
      return true;
    } catch (Unavailable e) {
      return false;
    }
  }
}
