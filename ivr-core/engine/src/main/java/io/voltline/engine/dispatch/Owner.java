package io.voltline.engine.dispatch;

import io.voltline.domain.routing.AgentStatus;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Decision;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.RoutingCore;
import io.voltline.domain.routing.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The one who touches the routing core: stamps events, keeps timers and carries out commands. Does
 * its work in steps, all on one thread.
 */
final class Owner {
  private static final Logger log = LoggerFactory.getLogger(Owner.class);

  /** Figures of queues are looked up this often at most, and lag behind by no more. */
  private static final long PUBLISH_MILLIS = 100;

  private static final long IDLE_MILLIS = 1_000;

  /** More callers than that nobody looks at one by one. */
  private static final int MOST_WAITING = 60;

  private final RoutingCore core;
  private final InstantSource clock;
  private final Mailbox mailbox;
  private final Timers timers = new Timers();
  private final Published published;
  private final Callers callers;
  private final AgentObserver observer;
  private final DecisionLog decisions;
  private final PromiseObserver promises;
  private final Journal journal;
  private final DispatchMetrics metrics;
  private long seq;
  private long now;
  private long publishedAt;
  private boolean stale = true;

  Owner(
      RoutingCore core,
      InstantSource clock,
      Mailbox mailbox,
      Published published,
      Callers callers,
      AgentObserver observer,
      DecisionLog decisions,
      PromiseObserver promises,
      Journal journal,
      DispatchMetrics metrics) {
    this.core = core;
    this.clock = clock;
    this.mailbox = mailbox;
    this.published = published;
    this.callers = callers;
    this.observer = observer;
    this.decisions = decisions;
    this.promises = promises;
    this.journal = journal;
    this.metrics = metrics;
  }

  /** Waits for the next letter or timer, and deals with all that is due. */
  void step() throws InterruptedException {
    Mailbox.Letter letter = mailbox.poll(patience());
    tick();
    if (letter != null) {
      handle(letter.event(), letter.reply());
      metrics.latency(System.nanoTime() - letter.bornNanos());
    }
    for (var timer = timers.fire(now); timer.isPresent(); timer = timers.fire(now)) {
      var fired = timer.get();
      handle(stamp -> new Event.TimerFired(stamp, fired), null);
    }
    if (stale && now - publishedAt >= PUBLISH_MILLIS) {
      published.show(core.queues(), core.waiting(now, MOST_WAITING));
      publishedAt = now;
      stale = false;
    }
  }

  private long patience() {
    tick();
    long publish = stale ? Math.max(0, publishedAt + PUBLISH_MILLIS - now) : IDLE_MILLIS;
    return timers.untilNext(now, publish);
  }

  /** The wall clock may be set back; the stamps never go back. */
  private void tick() {
    now = Math.max(now, clock.millis());
  }

  private void handle(
      Function<Stamp, Event> stamped, @Nullable CompletableFuture<AgentStatus> reply) {
    metrics.event();
    stale = true;
    Event event;
    try {
      event = stamped.apply(new Stamp(seq + 1, now));
    } catch (RuntimeException e) {
      failed(e, reply);
      return;
    }
    seq++;
    List<Command> commands;
    try {
      commands = core.on(event);
    } catch (RuntimeException e) {
      journal.saw(event, List.of());
      failed(e, reply);
      return;
    }
    journal.saw(event, commands);
    for (Command command : commands) {
      try {
        carryOut(command, reply);
      } catch (RuntimeException e) {
        metrics.failure();
        log.error("could not carry out {}", command, e);
      }
    }
  }

  private void failed(RuntimeException e, @Nullable CompletableFuture<AgentStatus> reply) {
    metrics.failure();
    log.error("routing failed after event {}", seq, e);
    Optional.ofNullable(reply).ifPresent(r -> r.completeExceptionally(e));
  }

  private void carryOut(Command command, @Nullable CompletableFuture<AgentStatus> reply) {
    switch (command) {
      case Command.Offer c -> {
        metrics.offer();
        callers.offer(c.call(), c.rings(), Duration.ofMillis(c.ringMillis()));
      }
      case Command.Overflowed c -> {
        metrics.overflow(c.cause());
        callers.overflowed(c);
      }
      case Command.PromiseBroken c -> {
        metrics.broken(c.cause());
        tell(c);
        promises.broken(c, Instant.ofEpochMilli(now));
      }
      case Command.PlaceTold c -> callers.placeTold(c);
      case Command.ForecastScored c -> metrics.forecast(c.toldMillis(), c.waitedMillis());
      case Command.CancelOffer c -> callers.cancel(c.offer(), c.call());
      case Command.StartTimer c -> timers.start(c);
      case Command.AgentChanged c -> observer.changed(published.show(c.agent()));
      case Command.Decided c -> {
        tell(c);
        decisions.decided(c.call(), c.decision());
      }
      case Command.Noticed c -> {
        metrics.anomaly(c.anomaly());
        log.info("event {} made little sense: {}", seq, c.anomaly());
      }
      case Command.Accepted c -> {
        published.show(c.agent());
        if (reply != null) {
          reply.complete(c.agent());
        }
      }
      case Command.Refused c -> {
        if (reply != null) {
          reply.completeExceptionally(new RequestRefused(c.refusal()));
        }
      }
    }
  }

  private static void tell(Command.PromiseBroken broken) {
    try (var _ = MDC.putCloseable("callId", broken.call().value())) {
      log.info("promise broken in {}: {}", broken.queue(), broken.cause());
    }
  }

  private static void tell(Command.Decided decided) {
    try (var _ = MDC.putCloseable("callId", decided.call().value())) {
      Decision decision = decided.decision();
      log.info(
          "{} in {} asking {}, reserve {}, promise left {} ms, ring {} ms: {} and {} unnamed",
          decision.outcome(),
          decision.queue(),
          decision.demand(),
          decision.reserveOpen() ? "open" : "closed",
          decision.promiseLeftMillis(),
          decision.ringMillis(),
          decision.candidates(),
          decision.unnamed());
    }
  }
}
