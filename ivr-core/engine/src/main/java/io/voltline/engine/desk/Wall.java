package io.voltline.engine.desk;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.upkeep.Periodic;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows supervisors the floor: at once when they ask, and four times a second when it changes. */
final class Wall implements WallDesk, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Wall.class);
  private static final Duration BEAT = Duration.ofMillis(250);
  private static final Duration COUNT = Duration.ofSeconds(2);

  private final AgentStates states;
  private final LiveView live;
  private final QueueDays days;
  private final Function<CallId, String> callers;
  private final EventSink sink;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Periodic beats = new Periodic("wall", BEAT, this::beat);
  private final Periodic counts = new Periodic("queue-days", COUNT, this::count);
  private volatile Optional<Map<QueueId, QueueDay>> today = Optional.empty();
  private WallView told = new WallView(List.of(), List.of(), List.of());

  /**
   * A wall that shows nothing by itself until it is started.
   *
   * @param callers the calling number of a call that waits; empty text when withheld
   * @param zone whose midnight a day begins at
   */
  Wall(
      AgentStates states,
      LiveView live,
      QueueDays days,
      Function<CallId, String> callers,
      EventSink sink,
      InstantSource clock,
      ZoneId zone) {
    this.states = states;
    this.live = live;
    this.days = days;
    this.callers = callers;
    this.sink = sink;
    this.clock = clock;
    this.zone = zone;
  }

  void start() {
    beats.start();
    counts.start();
  }

  @Override
  public void close() {
    beats.close();
    counts.close();
  }

  @Override
  public WallView look(Account who) throws Refused {
    if (!who.role().supervises()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "supervisors and administrators only");
    }
    return wall();
  }

  /** Times in it are moments, so nothing changes only because time goes by. */
  boolean beat() {
    try {
      WallView now = wall();
      now.since(told)
          .ifPresent(
              news -> sink.toFloorWatchers(new DeskEvent.WallChanged(clock.instant(), news)));
      told = now;
      return true;
    } catch (Unavailable e) {
      log.debug("nobody to show: {}", e.getMessage());
      return false;
    }
  }

  /** Figures that can't be read are none: old ones would look like today's. */
  boolean count() {
    try {
      var midnight = LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
      today =
          Optional.of(
              days.since(midnight).stream()
                  .collect(Collectors.toUnmodifiableMap(QueueDay::queue, day -> day)));
      return true;
    } catch (Unavailable e) {
      log.debug("no figures of the day: {}", e.getMessage());
      today = Optional.empty();
      return false;
    }
  }

  private WallView wall() {
    return new WallView(
        states.agents().stream().filter(agent -> agent.account().takesCalls()).toList(),
        live.queues().stream().map(this::queue).toList(),
        live.waiting().stream()
            .map(call -> new WallView.Waiting(call, callers.apply(call.call())))
            .toList());
  }

  private WallView.Queue queue(QueueView queue) {
    return new WallView.Queue(
        queue,
        today.map(all -> all.getOrDefault(queue.queue(), new QueueDay(queue.queue(), 0, 0, 0, 0))));
  }
}
