package io.voltline.engine.store;

import io.voltline.domain.kernel.Language;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.HousePrompt;
import io.voltline.engine.admin.KeptPrompts;
import io.voltline.engine.speech.PromptKey;
import io.voltline.engine.speech.PromptSounds;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Prompts as administrators changed them, in MariaDB. */
public final class SqlKeptPrompts implements KeptPrompts {
  private final Database database;

  public SqlKeptPrompts(Database database) {
    this.database = database;
  }

  @Override
  public List<HousePrompt> all() {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM house_prompt ORDER BY prompt, language")
                .map((rs, ctx) -> read(new Row(rs)))
                .list());
  }

  @Override
  public boolean set(
      PromptKey prompt,
      Optional<HousePrompt> wanted,
      String own,
      Optional<Instant> seen,
      Actor by,
      Instant at) {
    return database.transaction(
        handle -> {
          Optional<HousePrompt> before = find(handle, prompt);
          boolean asSeen = before.map(HousePrompt::at).equals(seen);
          if (asSeen && !same(before, wanted)) {
            write(handle, prompt, wanted);
            ChangeRows.insert(
                handle,
                by,
                at,
                new Change.What("prompt", prompt.toString(), Change.Action.CHANGE),
                facts(before, own),
                facts(wanted, own));
          }
          return asSeen;
        });
  }

  private static boolean same(Optional<HousePrompt> before, Optional<HousePrompt> wanted) {
    return before.isEmpty() ? wanted.isEmpty() : wanted.filter(before.get()::sameAs).isPresent();
  }

  private static Map<String, Object> facts(Optional<HousePrompt> prompt, String own) {
    return prompt.map(HousePrompt::facts).orElseGet(() -> HousePrompt.ownFacts(own));
  }

  private static Optional<HousePrompt> find(Handle handle, PromptKey prompt) {
    return handle
        .select(
            "SELECT * FROM house_prompt WHERE prompt = ? AND language = ? FOR UPDATE",
            prompt.id(),
            prompt.language().name())
        .map((rs, ctx) -> read(new Row(rs)))
        .findOne();
  }

  private static void write(Handle handle, PromptKey prompt, Optional<HousePrompt> wanted) {
    handle.execute(
        "DELETE FROM house_prompt WHERE prompt = ? AND language = ?",
        prompt.id(),
        prompt.language().name());
    wanted.ifPresent(
        it ->
            handle.execute(
                """
                INSERT INTO house_prompt
                  (prompt, language, said, instead_of, sound, millis, recording, changed_at, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                prompt.id(),
                prompt.language().name(),
                it.text(),
                it.instead(),
                it.sound().name(),
                it.sound().length().toMillis(),
                it.recording(),
                it.at(),
                it.by()));
  }

  private static HousePrompt read(Row row) throws SQLException {
    return new HousePrompt(
        new PromptKey(row.text("prompt"), row.text("language", Language::valueOf)),
        row.text("said"),
        row.text("instead_of"),
        new PromptSounds.Kept(row.text("sound"), Duration.ofMillis(row.big("millis"))),
        row.maybe("recording"),
        row.time("changed_at"),
        row.text("changed_by"));
  }
}
