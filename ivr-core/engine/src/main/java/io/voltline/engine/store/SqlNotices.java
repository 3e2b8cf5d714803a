package io.voltline.engine.store;

import io.voltline.domain.kernel.Language;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeAudio;
import io.voltline.domain.notice.NoticeId;
import io.voltline.engine.admin.Change;
import io.voltline.engine.notice.Author;
import io.voltline.engine.notice.NoticeBook;
import io.voltline.engine.store.ChangeRows.Doer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Announcements in MariaDB. */
public final class SqlNotices implements NoticeBook {
  private static final String KIND = "notice";
  private static final String IN_FORCE = "valid_until IS NULL OR valid_until > ?";

  private final Database database;

  public SqlNotices(Database database) {
    this.database = database;
  }

  @Override
  public List<Notice> list(int limit) {
    return select("ORDER BY valid_from DESC, created_at DESC LIMIT ?", limit);
  }

  @Override
  public List<Notice> notOver(Instant moment) {
    return select("WHERE " + IN_FORCE, moment);
  }

  @Override
  public Optional<Notice> find(NoticeId id) {
    return select("WHERE id = ?", id.value()).stream().findFirst();
  }

  private List<Notice> select(String which, Object value) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM notice " + which, value)
                .map((rs, ctx) -> notice(handle, new Row(rs)))
                .list());
  }

  private static Notice notice(Handle handle, Row row) throws SQLException {
    String id = row.text("id");
    return new Notice(
        new NoticeId(id),
        row.bilingual("text"),
        row.time("valid_from"),
        row.maybeTime("valid_until"),
        row.time("created_at"),
        row.text("created_by"),
        audio(handle, id));
  }

  private static Map<Language, NoticeAudio> audio(Handle handle, String id) {
    var audio = new EnumMap<Language, NoticeAudio>(Language.class);
    handle
        .select("SELECT * FROM notice_audio WHERE notice_id = ?", id)
        .map((rs, ctx) -> Map.entry(language(rs.getString("language")), audio(new Row(rs))))
        .forEach(entry -> audio.put(entry.getKey(), entry.getValue()));
    return audio;
  }

  private static Language language(String code) {
    return Language.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static NoticeAudio audio(Row row) throws SQLException {
    return new NoticeAudio(
        row.text("sound"),
        Duration.ofMillis(row.number("length_ms")),
        row.text("source", NoticeAudio.Source::valueOf),
        row.time("made_at"),
        row.text("made_by"));
  }

  @Override
  public void add(Notice notice, Author by) {
    database.transaction(
        handle -> {
          int added =
              handle.execute(
                  """
                  INSERT INTO notice
                    (id, text_zh, text_en, valid_from, valid_until, created_at, created_by)
                  VALUES (?, ?, ?, ?, ?, ?, ?)
                  """,
                  notice.id().value(),
                  notice.text().zh(),
                  notice.text().en(),
                  notice.from(),
                  notice.until(),
                  notice.createdAt(),
                  notice.createdBy());
          var what = new Change.What(KIND, notice.id().value(), Change.Action.CREATE);
          ChangeRows.insert(handle, Doer.of(by), notice.createdAt(), what, Map.of(), facts(notice));
          return added;
        });
  }

  @Override
  public boolean end(NoticeId id, Author by, Instant now) {
    return change(
        id,
        by,
        now,
        handle ->
            handle.execute(
                    "UPDATE notice SET valid_until = ?, ended_by = ? WHERE id = ? AND ("
                        + IN_FORCE
                        + ")",
                    now,
                    by.name(),
                    id.value(),
                    now)
                > 0);
  }

  @Override
  public boolean keep(NoticeId id, Language language, NoticeAudio audio, Author by, Instant now) {
    return change(
        id,
        by,
        now,
        handle -> {
          boolean open =
              handle
                  .select(
                      "SELECT 1 FROM notice WHERE id = ? AND (" + IN_FORCE + ")", id.value(), now)
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          if (open) {
            handle.execute(
                """
                REPLACE INTO notice_audio
                  (notice_id, language, sound, length_ms, source, made_at, made_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                id.value(),
                language.code(),
                audio.sound(),
                audio.length().toMillis(),
                audio.source().name(),
                audio.madeAt(),
                audio.madeBy());
          }
          return open;
        });
  }

  @Override
  public boolean forget(NoticeId id, Language language, Author by, Instant now) {
    return change(
        id,
        by,
        now,
        handle ->
            handle.execute(
                    "DELETE FROM notice_audio WHERE notice_id = ? AND language = ?",
                    id.value(),
                    language.code())
                > 0);
  }

  /** Changes a notice and keeps both sides of it; false when there is none, or nothing is done. */
  private boolean change(NoticeId id, Author by, Instant now, Predicate<Handle> making) {
    return database.transaction(
        handle -> {
          Optional<Notice> before = locked(handle, id);
          boolean done = before.isPresent() && making.test(handle);
          if (done) {
            ChangeRows.insert(
                handle,
                Doer.of(by),
                now,
                new Change.What(KIND, id.value(), Change.Action.CHANGE),
                facts(before.get()),
                facts(locked(handle, id).orElseThrow()));
          }
          return done;
        });
  }

  private static Optional<Notice> locked(Handle handle, NoticeId id) {
    return handle
        .select("SELECT * FROM notice WHERE id = ? FOR UPDATE", id.value())
        .map((rs, ctx) -> notice(handle, new Row(rs)))
        .findOne();
  }

  private static Map<String, Object> facts(Notice notice) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("textZh", notice.text().zh());
    facts.put("textEn", notice.text().en());
    facts.put("from", notice.from().toString());
    facts.put("until", notice.until().map(Instant::toString).orElse(""));
    notice
        .audio()
        .forEach((language, audio) -> facts.put("recording." + language.code(), audio.sound()));
    return facts;
  }
}
