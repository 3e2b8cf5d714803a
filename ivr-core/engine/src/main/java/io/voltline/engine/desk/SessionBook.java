package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is signed in. The shared sessions are the truth while they can be reached; the engine's own
 * copy bridges the time when they can't, and fills them again if they come back empty.
 */
final class SessionBook {
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

  SessionBook(Sessions shared, Duration life, InstantSource clock) {
    this.shared = shared;
    this.life = life;
    this.grain = life.dividedBy(60);
    this.clock = clock;
  }

  void begin(AgentNo agent, String hash) {
    own.put(agent, new Own(hash, clock.instant().plus(life), share(agent, hash)));
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

  void end(AgentNo agent, String hash) {
    forget(agent, hash);
    try {
      shared.end(agent, hash, life);
    } catch (Unavailable e) {
      // Nobody else can use the token while the sessions are away, and its life is limited after.
    }
  }

  /** Shares what could not be shared when it began. */
  void settle() {
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

  private Optional<String> sharedHash(AgentNo agent) {
    try {
      return shared.find(agent);
    } catch (Unavailable e) {
      return Optional.empty();
    }
  }

  private boolean share(AgentNo agent, String hash) {
    try {
      shared.put(agent, hash, life);
      return true;
    } catch (Unavailable e) {
      return false;
    }
  }
}
