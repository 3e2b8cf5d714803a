package io.voltline.engine.store;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.engine.selfservice.HallBook;
import java.sql.SQLException;
import java.util.Optional;

/** Service halls in MariaDB. */
public final class SqlHalls implements HallBook {
  private final Database database;

  public SqlHalls(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Hall> of(AccountNo account) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT hall.* FROM hall JOIN customer USING (supply_station)
                    WHERE account_no = ? ORDER BY hall.id LIMIT 1
                    """,
                    account)
                .map((rs, ctx) -> hall(new Row(rs)))
                .findOne());
  }

  private static Hall hall(Row row) throws SQLException {
    return new Hall(row.bilingual("name"), row.bilingual("address"), row.text("calendar"));
  }
}
