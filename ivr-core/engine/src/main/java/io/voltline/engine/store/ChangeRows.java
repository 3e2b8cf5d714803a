package io.voltline.engine.store;

import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.Change;
import io.voltline.engine.notice.Author;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a change is kept, in the transaction that makes it. */
final class ChangeRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ChangeRows() {}

  /**
   * Who did it.
   *
   * @param name an agent number, or {@code console:} and a user
   * @param address where from
   */
  record Doer(String name, String address) {
    static Doer of(Actor actor) {
      return new Doer(actor.agent().value(), actor.address());
    }

    static Doer of(Author author) {
      return new Doer(author.name(), author.address());
    }
  }

  static void insert(
      Handle handle,
      Actor by,
      Instant at,
      Change.What what,
      Map<String, Object> before,
      Map<String, Object> after) {
    insert(handle, Doer.of(by), at, what, before, after);
  }

  static void insert(
      Handle handle,
      Doer by,
      Instant at,
      Change.What what,
      Map<String, Object> before,
      Map<String, Object> after) {
    handle.execute(
        """
        INSERT INTO admin_change
          (at, by_agent, from_address, kind, subject, action, before_json, after_json)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        at,
        by.name(),
        by.address(),
        what.kind(),
        what.subject(),
        what.action().name(),
        JSON.writeValueAsString(before),
        JSON.writeValueAsString(after));
  }

  static Change read(Row row) throws SQLException {
    return new Change(
        row.big("id"),
        row.time("at"),
        row.text("by_agent"),
        row.text("from_address"),
        row.text("kind"),
        row.text("subject"),
        row.text("action", Change.Action::valueOf),
        facts(row.text("before_json")),
        facts(row.text("after_json")));
  }

  private static Map<String, Object> facts(String json) {
    return JSON.readValue(json, new TypeReference<>() {});
  }
}
