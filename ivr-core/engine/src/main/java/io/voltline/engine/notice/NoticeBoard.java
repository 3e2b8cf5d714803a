package io.voltline.engine.notice;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeId;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announcements are made and ended here. May block; throws {@link Unavailable}. */
public final class NoticeBoard {
  private static final Logger log = LoggerFactory.getLogger(NoticeBoard.class);

  private final NoticeBook book;
  private final Runnable changed;
  private final InstantSource clock;

  /**
   * A board over the book.
   *
   * @param changed is told of each change, so that the next call hears of it
   */
  public NoticeBoard(NoticeBook book, Runnable changed, InstantSource clock) {
    this.book = book;
    this.changed = changed;
    this.clock = clock;
  }

  /** Those that are over, too; the latest to begin comes first. */
  public List<Notice> list(int limit) {
    return book.list(limit);
  }

  /**
   * The announcement of this id.
   *
   * @throws Refused NOT_FOUND
   */
  public Notice find(NoticeId id) throws Refused {
    return book.find(id)
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no notice " + id));
  }

  /**
   * Announces something from now or from a moment on.
   *
   * @param until empty until somebody ends it
   * @throws Refused INVALID, naming what can't be meant
   */
  public Notice add(Bilingual text, Optional<Instant> from, Optional<Instant> until, Author by)
      throws Refused {
    Instant now = clock.instant();
    if (until.filter(end -> !end.isAfter(now)).isPresent()) {
      throw new Refused(Refused.Reason.INVALID, "until: is past");
    }
    Notice notice;
    try {
      notice = Notice.announced(newId(), text, from.orElse(now), until, now, by.name());
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Reason.INVALID, String.valueOf(e.getMessage()));
    }
    book.add(notice, by);
    log.info("notice {} by {}, from {} until {}", notice.id(), by, notice.from(), until);
    changed.run();
    return notice;
  }

  /**
   * Ends it now.
   *
   * @throws Refused NOT_FOUND, or INVALID_STATE when it is over
   */
  public Notice end(NoticeId id, Author by) throws Refused {
    find(id);
    if (!book.end(id, by, clock.instant())) {
      throw new Refused(Refused.Reason.INVALID_STATE, "notice " + id + " is over");
    }
    log.info("notice {} ended by {}", id, by);
    changed.run();
    return find(id);
  }

  /** Short enough to be typed; two alike are refused by the book. */
  private static NoticeId newId() {
    return new NoticeId(UUID.randomUUID().toString().substring(0, 8));
  }
}
