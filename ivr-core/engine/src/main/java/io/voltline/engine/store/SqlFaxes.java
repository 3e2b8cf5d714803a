package io.voltline.engine.store;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.selfservice.FaxBook;
import java.time.Instant;

/** Faxes to be sent, in MariaDB. */
public final class SqlFaxes implements FaxBook {
  private final Database database;

  public SqlFaxes(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(CallId call, String document, PhoneNumber number, Instant now) {
    return database.transaction(
        handle -> {
          boolean known =
              handle
                  .select("SELECT 1 FROM fax_document WHERE id = ?", document)
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          if (known) {
            handle.execute(
                """
                INSERT INTO fax_job
                  (call_id, document, number, state, tries, created_at, next_try_at)
                VALUES (?, ?, ?, 'WAITING', 0, ?, ?)
                ON DUPLICATE KEY UPDATE id = id
                """,
                call,
                document,
                number,
                now,
                now);
          }
          return known;
        });
  }
}
