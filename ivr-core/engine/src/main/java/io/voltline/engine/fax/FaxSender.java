package io.voltline.engine.fax;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.domain.fax.FaxEnd;
import io.voltline.domain.fax.FaxRule;
import io.voltline.domain.fax.FaxTry;
import io.voltline.engine.call.LiveCalls;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.fax.FaxJobs.Due;
import io.voltline.engine.fax.FaxJobs.Running;
import io.voltline.engine.upkeep.Periodic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends faxes, each try by the switch alone: an engine that dies meanwhile finds in the spool how
 * it ended. A try is counted before it is dialled, so that a fax is rather told lost and sent again
 * after a pause than sent twice at once.
 */
public final class FaxSender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FaxSender.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** The switch has a channel for a try this soon, or never. */
  private static final Duration YOUNG = Duration.ofSeconds(15);

  private final FaxJobs jobs;
  private final FaxSpool spool;
  private final FaxLine line;
  private final LiveCalls live;
  private final FaxRule rule;
  private final int lines;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private final Periodic looks = new Periodic("fax-sender", EVERY, this::look);

  /**
   * Sends nothing before it is started.
   *
   * @param lines most faxes at once
   */
  public FaxSender(
      FaxJobs jobs,
      FaxSpool spool,
      FaxLine line,
      LiveCalls live,
      FaxRule rule,
      int lines,
      InstantSource clock,
      MeterRegistry metrics) {
    this.jobs = jobs;
    this.spool = spool;
    this.line = line;
    this.live = live;
    this.rule = rule;
    this.lines = lines;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Begins to send. */
  public void start() {
    looks.start();
  }

  boolean look() throws IOException {
    try {
      // In this order: a channel goes only after its end was told.
      List<FaxTry> over = jobs.running().stream().filter(this::over).map(Running::tried).toList();
      Set<FaxTry> told = settleTold();
      over.stream()
          .filter(tried -> !told.contains(tried))
          .forEach(tried -> end(tried, new FaxEnd.NotSent("the switch knows nothing of this try")));
      if (!live.known()) {
        return false;
      }
      while (next()) {
        log.trace("one more");
      }
      return true;
    } catch (Unavailable down) {
      log.debug("no faxes sent: {}", down.getMessage());
      return false;
    }
  }

  private boolean over(Running running) {
    return running.since().isBefore(clock.instant().minus(YOUNG))
        && !live.mayBeLive(running.tried().line());
  }

  private Set<FaxTry> settleTold() throws IOException {
    Set<FaxTry> settled = new HashSet<>();
    for (FaxSpool.Told told : spool.told()) {
      end(told.tried(), told.end());
      spool.forget(told.tried());
      settled.add(told.tried());
    }
    return settled;
  }

  private boolean next() {
    Optional<Due> next = jobs.take(clock.instant(), lines);
    next.ifPresent(this::begin);
    return next.isPresent();
  }

  private void begin(Due due) {
    Optional<Path> document = spool.document(due.document());
    if (document.isPresent()) {
      log.info("fax {} goes to {}", due.tried(), due.number());
      line.send(due.tried(), due.number(), document.get());
    } else {
      end(due.tried(), new FaxEnd.NotSent("there is no document " + due.document()));
    }
  }

  private void end(FaxTry tried, FaxEnd end) {
    Instant now = clock.instant();
    Optional<Instant> again =
        end instanceof FaxEnd.NotSent ? rule.again(tried.no(), now) : Optional.empty();
    if (!jobs.ended(tried, end, again, now)) {
      log.debug("fax {} had ended before", tried);
      return;
    }
    switch (end) {
      case FaxEnd.Sent sent -> log.info("fax {} sent: {} pages", tried, sent.pages());
      case FaxEnd.NotSent failed ->
          log.warn(
              "fax {} not sent, {}: {}",
              tried,
              again.isPresent() ? "tried again at " + again.get() : "given up",
              failed.why());
    }
    metrics.counter("voltline.faxes.sent", "outcome", outcome(end, again)).increment();
  }

  private static String outcome(FaxEnd end, Optional<Instant> again) {
    if (end instanceof FaxEnd.Sent) {
      return "sent";
    }
    return again.isPresent() ? "tried-again" : "given-up";
  }

  @Override
  public void close() {
    looks.close();
  }
}
