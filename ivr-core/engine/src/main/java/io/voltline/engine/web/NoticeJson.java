package io.voltline.engine.web;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeAudio;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The contract's Notice. */
record NoticeJson(
    String id,
    Notice.Phase phase,
    Bilingual text,
    Instant from,
    Optional<Instant> until,
    Instant createdAt,
    String createdBy,
    Map<String, Audio> audio) {

  private record Audio(Duration seconds, NoticeAudio.Source source, Instant madeAt, String madeBy) {

    static Audio of(NoticeAudio audio) {
      return new Audio(audio.length(), audio.source(), audio.madeAt(), audio.madeBy());
    }
  }

  static NoticeJson of(Notice notice, Instant now) {
    return new NoticeJson(
        notice.id().value(),
        notice.phase(now),
        notice.text(),
        notice.from(),
        notice.until(),
        notice.createdAt(),
        notice.createdBy(),
        notice.audio().entrySet().stream()
            .collect(
                Collectors.toMap(one -> one.getKey().code(), one -> Audio.of(one.getValue()))));
  }
}
