package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.dispatch.Overloaded;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.upkeep.Periodic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the desk does once a second without being asked. */
final class Upkeep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final int REFRESH_BEATS = 30;

  /**
   * So long a neighbour may be down at the start before the waiting overflow without its agents.
   */
  private static final int RESTORE_BEATS = 60;

  private final Restoration restoration;
  private final AccountBook accounts;
  private final SessionBook sessions;
  private final AgentStates states;
  private final LiveView live;
  private final EventSink sink;
  private final InstantSource clock;
  private final Periodic beats = new Periodic("desk-upkeep", BEAT, this::beat);
  private boolean restored;
  private long beat;
  private List<QueueView> told = List.of();

  Upkeep(
      Restoration restoration,
      AccountBook accounts,
      SessionBook sessions,
      AgentStates states,
      LiveView live,
      EventSink sink,
      InstantSource clock) {
    this.restoration = restoration;
    this.accounts = accounts;
    this.sessions = sessions;
    this.states = states;
    this.live = live;
    this.sink = sink;
    this.clock = clock;
  }

  void start() {
    beats.start();
  }

  @Override
  public void close() {
    beats.close();
  }

  /** One beat; each part is tried again at the next when a neighbour is down. */
  boolean beat() {
    beat++;
    tryTo("restore agents", this::restore);
    tryTo("share sessions", sessions::settle);
    tryTo("end sessions", this::endExpired);
    tryTo("tell queues", this::tellQueues);
    if (beat % REFRESH_BEATS == 0) {
      tryTo("read accounts", accounts::refresh);
    }
    tryTo("renew certificates", this::renewCertificates);
    return true;
  }

  /** Accounts were changed: what stands there now counts at once. */
  void renew() {
    accounts.refresh();
    renewCertificates();
  }

  private void renewCertificates() {
    for (Account account : accounts.renewed()) {
      states.renew(account);
      accounts.settled(account);
      log.info("agent {} has other certificates: {}", account.agentNo(), account.certificates());
    }
  }

  private void restore() {
    if (!restored) {
      if (beat == RESTORE_BEATS) {
        restoration.giveUp();
      }
      restoration.run();
      restored = true;
    }
  }

  private void endExpired() {
    for (AgentNo agent : sessions.expired()) {
      try {
        if (!sessions.anyFor(agent)) {
          states.signOut(agent);
        }
        sessions.forget(agent);
        log.info("the session of agent {} was not used for its whole life", agent);
      } catch (Refused e) {
        log.debug("agent {} has no session but talks and is signed out later", agent);
      }
    }
  }

  /** A wait that goes on is news, too: the longest one grows. */
  private void tellQueues() {
    List<QueueView> now = live.queues();
    if (!now.equals(told) || now.stream().anyMatch(queue -> queue.waiting() > 0)) {
      sink.toAll(new DeskEvent.QueueStats(clock.instant(), now));
      told = now;
    }
  }

  private void tryTo(String what, Runnable part) {
    try {
      part.run();
    } catch (Unavailable e) {
      log.debug("can't {} now: {}", what, e.getMessage());
    } catch (Overloaded e) {
      log.warn("can't {} now: {}", what, e.getMessage());
    } catch (RuntimeException e) {
      log.error("can't {}", what, e);
    }
  }
}
