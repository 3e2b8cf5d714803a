package io.voltline.engine.store;

import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.ChangeBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What administrators changed, in MariaDB. */
public final class SqlChanges implements ChangeBook {
  private final Database database;

  public SqlChanges(Database database) {
    this.database = database;
  }

  @Override
  public List<Change> list(Change.Search search) {
    return database.read(
        handle ->
            new Conditions()
                .equal("by_agent", search.by())
                .equal("kind", search.kind())
                .equal("subject", search.subject())
                .atLeast("at", search.from())
                .below("at", search.to())
                .select(handle, "SELECT * FROM admin_change", "ORDER BY id DESC", search.limit())
                .map((rs, ctx) -> ChangeRows.read(new Row(rs)))
                .list());
  }

  @Override
  public void keep(
      Actor by,
      Instant at,
      Change.What what,
      Map<String, Object> before,
      Map<String, Object> after,
      Runnable making) {
    database.transaction(
        handle -> {
          ChangeRows.insert(handle, by, at, what, before, after);
          making.run();
          return true;
        });
  }
}
