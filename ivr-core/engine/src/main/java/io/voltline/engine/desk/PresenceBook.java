package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.dispatch.AgentView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares agents' states on a thread of its own, at once; of several changes only the newest counts.
 * Nothing is shared until what is there from before the start was read: it would be lost.
 */
final class PresenceBook implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PresenceBook.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Presences shared;
  private final Map<AgentNo, AgentView> newest = new ConcurrentHashMap<>();
  private final Map<AgentNo, AgentView> owed = new ConcurrentHashMap<>();
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean read;

  PresenceBook(Presences shared) {
    this.shared = shared;
    this.thread = Thread.ofVirtual().name("presence").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** What was shared before; throws {@link Unavailable}. */
  Optional<AgentView> find(AgentNo agent) {
    return shared.find(agent);
  }

  /** Everything from before the start was read. */
  void allRead() {
    read = true;
    wake.release();
  }

  void changed(AgentView agent) {
    newest.put(agent.agent(), agent);
    owed.put(agent.agent(), agent);
    wake.release();
  }

  /** Shares what is owed; a store that comes back from an outage may be empty: it is owed all. */
  boolean settle() {
    if (!read) {
      return true;
    }
    List<AgentView> now = List.copyOf(owed.values());
    try {
      shared.put(now);
      now.forEach(agent -> owed.remove(agent.agent(), agent));
      return true;
    } catch (Unavailable e) {
      newest.forEach(owed::putIfAbsent);
      return false;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    settle();
  }

  private void run() {
    try {
      while (true) {
        wake.acquire();
        wake.drainPermits();
        while (!settle()) {
          log.debug("presence is owed to {} agents", owed.size());
          wake.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      log.debug("presence stops");
    }
  }
}
