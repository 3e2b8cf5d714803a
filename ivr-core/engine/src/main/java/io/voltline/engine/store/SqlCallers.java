package io.voltline.engine.store;

import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.call.CallerDirectory;
import io.voltline.engine.desk.Unavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Who calls, from the customers' phone numbers and from earlier calls. */
public final class SqlCallers implements CallerDirectory {
  private record Customer(AccountNo account, CustomerClass kind, Optional<AgentNo> manager) {}

  private final Database database;
  private final InstantSource clock;
  private final Duration lastAgent;

  /**
   * A directory on this database.
   *
   * @param lastAgent how long an agent who talked with a caller is preferred for the next call
   */
  public SqlCallers(Database database, InstantSource clock, Duration lastAgent) {
    this.database = database;
    this.clock = clock;
    this.lastAgent = lastAgent;
  }

  @Override
  public Known known(String number) {
    Optional<PhoneNumber> phone = PhoneNumber.parse(number);
    if (phone.isEmpty()) {
      return Known.NOTHING;
    }
    try {
      return database.read(
          handle -> known(customer(handle, phone.get()), lastAgent(handle, phone.get())));
    } catch (Unavailable down) {
      return Known.NOTHING;
    }
  }

  private static Known known(Optional<Customer> customer, Optional<AgentNo> last) {
    return new Known(
        customer.map(Customer::account),
        customer.map(Customer::kind).filter(SqlCallers::isKey).isPresent(),
        Stream.of(customer.flatMap(Customer::manager), last)
            .flatMap(Optional::stream)
            .distinct()
            .toList());
  }

  private static boolean isKey(CustomerClass kind) {
    return kind == CustomerClass.CRITICAL || kind == CustomerClass.KEY;
  }

  /** A number that several accounts share tells of none. */
  private static Optional<Customer> customer(Handle handle, PhoneNumber phone) {
    List<Customer> customers =
        handle
            .select(
                """
                SELECT account_no, customer_class, manager_agent_no
                FROM customer_phone JOIN customer USING (account_no) WHERE phone = ? LIMIT 2
                """,
                phone)
            .map((rs, ctx) -> customer(new Row(rs)))
            .list();
    return customers.size() == 1 ? Optional.of(customers.getFirst()) : Optional.empty();
  }

  private static Customer customer(Row row) throws SQLException {
    return new Customer(
        row.text("account_no", AccountNo::new),
        row.text("customer_class", CustomerClass::valueOf),
        row.maybe("manager_agent_no", AgentNo::new));
  }

  private Optional<AgentNo> lastAgent(Handle handle, PhoneNumber phone) {
    return handle
        .select(
            """
            SELECT answered_by FROM call_record
            WHERE caller_phone = ? AND arrived_at > ? AND answered_by IS NOT NULL
            ORDER BY arrived_at DESC LIMIT 1
            """,
            phone,
            clock.instant().minus(lastAgent))
        .map((rs, ctx) -> new Row(rs).text("answered_by", AgentNo::new))
        .findOne();
  }
}
