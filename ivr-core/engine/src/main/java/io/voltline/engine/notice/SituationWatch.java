package io.voltline.engine.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.Storm;
import io.voltline.domain.notice.StormRule;
import io.voltline.domain.notice.StormSwitch;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.upkeep.Periodic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds at the switch, the rate of calls and the announcements, so that a call
 * asks nobody. While the store is away what was seen last holds; of several engines the first to
 * see a storm notes it.
 */
public final class SituationWatch implements Situation, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SituationWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** The usual of an hour changes slowly, and costs a look at two weeks. */
  private static final Duration USUAL_HOLDS = Duration.ofMinutes(10);

  private record Seen(StormSwitch storm, StormRule.Rate rate, List<Notice> notices) {}

  private record Usual(double calls, Instant at) {}

  private final StormBook book;
  private final NoticeBook notices;
  private final NoticeSounds sounds;
  private final StormRule rule;
  private final InstantSource clock;
  private final Periodic looks = new Periodic("situation", EVERY, this::look);
  private volatile Optional<Seen> seen = Optional.empty();
  private Optional<Usual> usual = Optional.empty();

  /** Knows nothing before it is started. */
  public SituationWatch(
      StormBook book,
      NoticeBook notices,
      NoticeSounds sounds,
      StormRule rule,
      InstantSource clock,
      MeterRegistry metrics) {
    this.book = book;
    this.notices = notices;
    this.sounds = sounds;
    this.rule = rule;
    this.clock = clock;
    metrics.gauge("voltline.storm", this, SituationWatch::gauge);
  }

  /** Begins to look. */
  public void start() {
    looks.start();
  }

  /** Looks now, so that what has just been changed holds for the next call; false when it can't. */
  public synchronized boolean look() {
    try {
      Instant now = clock.instant();
      var rate =
          new StormRule.Rate(
              book.callsSince(now.minus(StormRule.WINDOW)),
              book.callsSince(now.minus(rule.calm())),
              usual(now));
      seen = Optional.of(new Seen(follow(book.read(), rate, now), rate, notices.notOver(now)));
      return true;
    } catch (Unavailable down) {
      log.debug("not looked: {}", down.getMessage());
      return false;
    }
  }

  private double usual(Instant now) {
    Usual known =
        usual
            .filter(it -> now.isBefore(it.at().plus(USUAL_HOLDS)))
            .orElseGet(() -> new Usual(rule.usual(book.earlierDays(now)), now));
    usual = Optional.of(known);
    return known.calls();
  }

  private StormSwitch follow(StormSwitch storm, StormRule.Rate rate, Instant now) {
    Storm next = rule.next(storm.automatic(), rate, now);
    if (next.equals(storm.automatic())) {
      return storm;
    }
    String why =
        String.format(
            Locale.ROOT,
            "%d calls in %d min, usual %.1f, a storm from %d",
            rate.lately(),
            StormRule.WINDOW.toMinutes(),
            rate.usual(),
            rule.begins(rate.usual()));
    if (book.turned(next, why)) {
      log.warn(
          "by the rate of calls {}: {}; the switch stands {}",
          next.on() ? "a storm begins" : "the storm is over",
          why,
          storm.mode());
    }
    return new StormSwitch(storm.mode(), next, storm.changedAt(), storm.changedBy());
  }

  @Override
  public boolean storm() {
    return now().storm().on();
  }

  @Override
  public Optional<ToTell> notice(Instant moment) {
    return now().notices().stream()
        .filter(notice -> notice.phase(moment) == Notice.Phase.TOLD)
        .max(Comparator.comparing(Notice::from).thenComparing(Notice::createdAt))
        .map(notice -> new ToTell(notice.text(), playable(notice)));
  }

  /** A recording that is lost is not missed: the voice reads the text. */
  private Map<Language, String> playable(Notice notice) {
    var playable = new EnumMap<Language, String>(Language.class);
    notice
        .audio()
        .forEach(
            (language, audio) -> {
              if (sounds.there(audio.sound())) {
                playable.put(language, sounds.playedAs(audio.sound()));
              }
            });
    return playable;
  }

  /** How the switch stands. */
  StormSwitch stormSwitch() {
    return now().storm();
  }

  /** The calls as they were counted last. */
  StormRule.Rate rate() {
    return now().rate();
  }

  private Seen now() {
    return seen.orElseThrow(
        () -> new Unavailable("database", new IllegalStateException("not looked yet")));
  }

  private double gauge() {
    return seen.filter(it -> it.storm().on()).isPresent() ? 1 : 0;
  }

  @Override
  public void close() {
    looks.close();
  }
}
