package io.voltline.engine.notice;

import io.voltline.domain.kernel.Language;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeAudio;
import io.voltline.domain.notice.NoticeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The announcements. What changes one keeps who did and what stood there before. Every method may
 * block and throws Unavailable.
 */
public interface NoticeBook {

  /** Those that are over, too; the latest to begin comes first. */
  List<Notice> list(int limit);

  /** Those that callers hear at that moment, or will. */
  List<Notice> notOver(Instant moment);

  Optional<Notice> find(NoticeId id);

  void add(Notice notice, Author by);

  /** Ends it now; false when it is over already or there is none. */
  boolean end(NoticeId id, Author by, Instant now);

  /** Keeps how it sounds in a language; false when it is over or there is none. */
  boolean keep(NoticeId id, Language language, NoticeAudio audio, Author by, Instant now);

  /** Has the voice read it again; false when there was no recording. */
  boolean forget(NoticeId id, Language language, Author by, Instant now);
}
