package io.voltline.engine.alarm;

import io.voltline.domain.alarm.Alarm;
import io.voltline.domain.alarm.AlarmKey;
import io.voltline.domain.alarm.AlarmRule;
import io.voltline.domain.alarm.Alarms;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.upkeep.Periodic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the floor twice a second and tells walls what is not as it should be. What is raised
 * stands in memory: after a restart of the engine what is still wrong is raised anew.
 */
public final class AlarmWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AlarmWatch.class);
  private static final Duration BEAT = Duration.ofMillis(500);
  private static final int MOST = 200;

  private final FloorSight floor;
  private final AlarmRule rule;
  private final AlarmBook book;
  private final EventSink sink;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Periodic beats = new Periodic("alarms", BEAT, this::look);
  private Alarms alarms = Alarms.NONE;

  /**
   * A watch that looks at nothing by itself until it is started.
   *
   * @param zone whose midnight a day begins at
   */
  public AlarmWatch(
      FloorSight floor,
      AlarmRule rule,
      AlarmBook book,
      EventSink sink,
      InstantSource clock,
      ZoneId zone) {
    this.floor = floor;
    this.rule = rule;
    this.book = book;
    this.sink = sink;
    this.clock = clock;
    this.zone = zone;
  }

  /** Begins to look. */
  public void start() {
    book.begin(clock.instant());
    beats.start();
  }

  @Override
  public void close() {
    beats.close();
  }

  /** One look. */
  synchronized boolean look() {
    Instant now = clock.instant();
    Alarms.Step step = alarms.next(floor.at(now), rule, now);
    alarms = step.alarms();
    step.begun().forEach(alarm -> begun(alarm));
    step.over().forEach(alarm -> book.cleared(alarm, now));
    if (step.news()) {
      tell(now);
    }
    return true;
  }

  private void begun(Alarm alarm) {
    log.info("alarm: {} {}", alarm.key().kind(), alarm.key().subject());
    book.raised(alarm);
  }

  private void tell(Instant now) {
    sink.toFloorWatchers(new DeskEvent.AlarmsChanged(now, alarms.worstFirst()));
  }

  /**
   * What is raised now, the worst first.
   *
   * @throws Refused FORBIDDEN for whoever does not watch over the floor
   */
  public synchronized List<Alarm> raised(Account who) throws Refused {
    mustSupervise(who);
    return alarms.worstFirst();
  }

  /**
   * Somebody takes care of it; who said so first stays.
   *
   * @throws Refused FORBIDDEN, or NOT_FOUND when it is not raised
   */
  public synchronized void acknowledge(Account who, AlarmKey key) throws Refused {
    mustSupervise(who);
    Instant now = clock.instant();
    alarms =
        alarms
            .acknowledge(key, who.agentNo(), now)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Reason.NOT_FOUND,
                        "no alarm " + key.kind() + " of " + key.subject() + " is raised"));
    alarms.worstFirst().stream()
        .filter(alarm -> alarm.key().equals(key))
        .forEach(book::acknowledged);
    tell(now);
  }

  /**
   * Those raised since midnight, the newest first. May block and throws Unavailable.
   *
   * @throws Refused FORBIDDEN for whoever does not watch over the floor
   */
  public List<PastAlarm> today(Account who) throws Refused {
    mustSupervise(who);
    Instant midnight = LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    return book.since(midnight, MOST);
  }

  private static void mustSupervise(Account who) throws Refused {
    if (!who.role().supervises()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "supervisors and administrators only");
    }
  }
}
