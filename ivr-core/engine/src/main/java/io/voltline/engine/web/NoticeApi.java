package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeId;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.notice.Author;
import io.voltline.engine.notice.NoticeBoard;
import io.voltline.engine.notice.NoticeRecordings;
import io.voltline.engine.notice.SituationDesk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Emergency announcements and how they sound. */
final class NoticeApi {
  private record NewNotice(Bilingual text, Optional<String> from, Optional<String> until) {}

  private record Take(String language, Optional<String> phone) {}

  private final NoticeBoard board;
  private final NoticeRecordings recordings;
  private final InstantSource clock;

  NoticeApi(SituationDesk desk, InstantSource clock) {
    this.board = desk.board();
    this.recordings = desk.recordings();
    this.clock = clock;
  }

  void offer(Operations api) {
    api.answer("listNotices", this::list);
    api.answer("getNotice", ask -> ok(board.find(id(ask))));
    api.answer("createNotice", this::create);
    api.answer("endNotice", ask -> ok(board.end(id(ask), Author.of(ask.account(), ask.address()))));
    api.answer("uploadNoticeAudio", this::upload);
    api.answer("removeNoticeAudio", this::remove);
    api.answer("recordNoticeByPhone", this::record);
  }

  private Reply list(Ask ask) {
    Instant now = clock.instant();
    return Reply.ok(
        Map.of(
            "notices",
            board.list(ask.limit()).stream().map(notice -> NoticeJson.of(notice, now)).toList()));
  }

  private Reply create(Ask ask) throws Refused {
    Author by = Author.of(ask.account(), ask.address());
    NewNotice wish = ask.body(NewNotice.class).orElseThrow();
    Notice made =
        board.add(
            wish.text(),
            wish.from().map(text -> Ask.time("/from", text)),
            wish.until().map(text -> Ask.time("/until", text)),
            by);
    return Reply.created(NoticeJson.of(made, clock.instant()));
  }

  private Reply upload(Ask ask) throws Refused {
    Author by = Author.of(ask.account(), ask.address());
    return ok(recordings.upload(id(ask), language(ask.path("language")), ask.bytes(), by));
  }

  private Reply remove(Ask ask) throws Refused {
    Author by = Author.of(ask.account(), ask.address());
    recordings.forget(id(ask), language(ask.path("language")), by);
    return Reply.none();
  }

  private Reply record(Ask ask) throws Refused {
    Author.of(ask.account(), ask.address());
    Take take = ask.body(Take.class).orElseThrow();
    AgentNo own = ask.account().agentNo();
    AgentNo phone = take.phone().map(AgentNo::new).orElse(own);
    recordings.record(id(ask), language(take.language()), phone, own);
    return new Reply(202, Optional.of(Map.of("phone", phone)));
  }

  private Reply ok(Notice notice) {
    return Reply.ok(NoticeJson.of(notice, clock.instant()));
  }

  static Language language(String code) {
    return Language.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static NoticeId id(Ask ask) throws Refused {
    String text = ask.path("id");
    return NoticeId.parse(text)
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no notice " + text));
  }
}
