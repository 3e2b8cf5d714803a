package io.voltline.engine.store;

import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.ChangeBook;
import java.util.List;

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
}
