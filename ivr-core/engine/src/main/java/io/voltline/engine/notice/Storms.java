package io.voltline.engine.notice;

import io.voltline.domain.notice.StormMode;
import io.voltline.domain.notice.StormRule;
import io.voltline.domain.notice.StormSwitch;
import io.voltline.engine.desk.Unavailable;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The storm switch for those at the desks. May block; throws {@link Unavailable}. */
public final class Storms {
  private static final Logger log = LoggerFactory.getLogger(Storms.class);
  private static final int CHANGES = 20;

  /**
   * How it stands.
   *
   * @param begins how many calls in {@link StormRule#WINDOW} begin a storm now
   * @param changes the last, newest first
   */
  public record View(
      StormSwitch storm, StormRule.Rate rate, long begins, List<StormBook.Change> changes) {
    public View {
      changes = List.copyOf(changes);
    }
  }

  private final StormBook book;
  private final SituationWatch watch;
  private final StormRule rule;
  private final InstantSource clock;

  public Storms(StormBook book, SituationWatch watch, StormRule rule, InstantSource clock) {
    this.book = book;
    this.watch = watch;
    this.rule = rule;
    this.clock = clock;
  }

  public View show() {
    StormRule.Rate rate = watch.rate();
    return new View(watch.stormSwitch(), rate, rule.begins(rate.usual()), book.changes(CHANGES));
  }

  /** Sets the switch, for the next call already; other engines follow within seconds. */
  public View set(StormMode mode, Author by) {
    StormSwitch set = book.set(mode, by, clock.instant());
    log.info("the storm switch stands {} by {}", set.mode(), set.changedBy());
    watch.look();
    return show();
  }
}
