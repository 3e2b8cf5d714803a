package io.voltline.engine.store;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.selfservice.CallerNumbers;
import java.time.Instant;
import java.util.List;

/** Accounts and calls by number, in MariaDB. */
public final class SqlCallerNumbers implements CallerNumbers {
  private final Database database;

  public SqlCallerNumbers(Database database) {
    this.database = database;
  }

  @Override
  public List<AccountNo> accounts(PhoneNumber number) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT account_no FROM customer_phone WHERE phone = ? ORDER BY account_no LIMIT 2",
                    number)
                .map((rs, ctx) -> new AccountNo(rs.getString("account_no")))
                .list());
  }

  @Override
  public long otherCalls(PhoneNumber number, CallId without, Instant since) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT COUNT(*) FROM call_record
                    WHERE caller_phone = ? AND arrived_at >= ? AND call_id <> ? AND direction = 'IN'
                    """,
                    number,
                    since,
                    without)
                .mapTo(Long.class)
                .one());
  }
}
