package io.voltline.engine.store;

import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.engine.form.CustomerSearch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Customers in MariaDB by what a caller tells. Numbers and names are found by an index; a part of
 * an address reads all addresses, for which a search has its limit of rows and MariaDB's cache.
 */
public final class SqlCustomerSearch implements CustomerSearch {
  private static final String FIND =
      """
      SELECT account_no FROM customer WHERE account_no IN (
        SELECT account_no FROM customer WHERE account_no LIKE :begins
        UNION SELECT account_no FROM customer WHERE meter_no LIKE :begins
        UNION SELECT account_no FROM customer WHERE name LIKE :begins
        UNION SELECT account_no FROM customer WHERE address LIKE :contains
        UNION SELECT account_no FROM customer_phone WHERE phone = :phone)
      ORDER BY account_no LIMIT :limit
      """;

  private final Database database;

  public SqlCustomerSearch(Database database) {
    this.database = database;
  }

  @Override
  public List<Match> find(String text, int limit) {
    String literal = Texts.literal(text);
    return database.read(
        handle -> {
          var accounts =
              handle
                  .createQuery(FIND)
                  .bind("begins", literal + "%")
                  .bind("contains", "%" + literal + "%")
                  .bind("phone", PhoneNumber.parse(text).map(PhoneNumber::value).orElse(""))
                  .bind("limit", limit)
                  .mapTo(String.class)
                  .list();
          return accounts.isEmpty() ? List.of() : matches(handle, accounts);
        });
  }

  private static List<Match> matches(Handle handle, List<String> accounts) {
    var phones = phones(handle, accounts);
    return handle
        .createQuery("SELECT * FROM customer WHERE account_no IN (<accounts>) ORDER BY account_no")
        .bindList("accounts", accounts)
        .map((rs, ctx) -> match(new Row(rs), phones))
        .list();
  }

  private static Map<String, List<PhoneNumber>> phones(Handle handle, List<String> accounts) {
    var found = new HashMap<String, List<PhoneNumber>>();
    handle
        .createQuery(
            """
            SELECT account_no, phone FROM customer_phone WHERE account_no IN (<accounts>)
            ORDER BY phone
            """)
        .bindList("accounts", accounts)
        .map((rs, ctx) -> Map.entry(rs.getString("account_no"), rs.getString("phone")))
        .forEach(
            one ->
                found
                    .computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                    .add(new PhoneNumber(one.getValue())));
    return found;
  }

  private static Match match(Row row, Map<String, List<PhoneNumber>> phones) throws SQLException {
    return new Match(
        row.text("account_no", AccountNo::new),
        row.text("name"),
        phones.getOrDefault(row.text("account_no"), List.of()),
        row.text("address"),
        row.text("meter_no"),
        row.text("customer_class", CustomerClass::valueOf));
  }
}
