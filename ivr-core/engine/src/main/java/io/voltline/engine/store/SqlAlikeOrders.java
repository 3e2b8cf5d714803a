package io.voltline.engine.store;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.workorder.Alike;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.form.AlikeOrders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Orders that may be about one matter, in MariaDB: each way to find them has an index. */
public final class SqlAlikeOrders implements AlikeOrders {
  private static final String OF_THE_ACCOUNT =
      "SELECT no, created_at, %d AS why FROM work_order WHERE account_no = :account AND %s";
  private static final String OF_THE_NUMBER =
      "SELECT no, created_at, %d AS why FROM work_order WHERE contact_phone IN (<phones>) AND %s";
  private static final String OF_NEIGHBOURS =
      """
      SELECT no, created_at, %d AS why FROM work_order JOIN customer USING (account_no)
      WHERE transformer_area = (SELECT transformer_area FROM customer WHERE account_no = :account)
        AND %s
      """;
  private static final String FITS =
      """
      created_at >= :since AND status IN (<open>)
        AND (type = :branch OR type LIKE CONCAT(:branch, '.%'))
      """;

  private static final List<Alike.Why> CLOSEST_FIRST =
      List.of(Alike.Why.ACCOUNT, Alike.Why.PHONE, Alike.Why.AREA);

  private final Database database;

  public SqlAlikeOrders(Database database) {
    this.database = database;
  }

  @Override
  public List<Alike> find(Query query) {
    List<String> ways = ways(query);
    return ways.isEmpty() ? List.of() : database.read(handle -> find(handle, query, ways));
  }

  private static List<String> ways(Query query) {
    var ways = new ArrayList<String>();
    if (query.account().isPresent()) {
      ways.add(way(OF_THE_ACCOUNT, Alike.Why.ACCOUNT));
    }
    if (query.contactPhone().isPresent()) {
      ways.add(way(OF_THE_NUMBER, Alike.Why.PHONE));
    }
    if (query.account().isPresent() && query.neighbours()) {
      ways.add(way(OF_NEIGHBOURS, Alike.Why.AREA));
    }
    return ways;
  }

  private static String way(String select, Alike.Why why) {
    return select.formatted(CLOSEST_FIRST.indexOf(why), FITS);
  }

  private static List<Alike> find(Handle handle, Query query, List<String> ways) {
    var select =
        handle
            .createQuery(
                "SELECT no, MIN(why) AS why FROM ("
                    + String.join(" UNION ALL ", ways)
                    + ") AS found GROUP BY no ORDER BY MIN(why), MAX(created_at) DESC LIMIT :limit")
            .bind("since", query.since())
            .bind("branch", query.branch())
            .bindList("open", SqlCustomers.OPEN)
            .bind("limit", query.limit());
    query.account().ifPresent(account -> select.bind("account", account));
    query.contactPhone().ifPresent(phone -> select.bindList("phones", spellings(phone)));
    Map<String, Alike.Why> found = new LinkedHashMap<>();
    select
        .map((rs, ctx) -> Map.entry(rs.getString("no"), CLOSEST_FIRST.get(rs.getInt("why"))))
        .forEach(one -> found.put(one.getKey(), one.getValue()));
    Map<WorkOrderNo, WorkOrder> orders =
        WorkOrderRows.read(handle, List.copyOf(found.keySet())).stream()
            .collect(Collectors.toMap(WorkOrder::no, Function.identity()));
    return found.entrySet().stream()
        .map(
            one ->
                new Alike(
                    Objects.requireNonNull(orders.get(new WorkOrderNo(one.getKey()))),
                    one.getValue()))
        .toList();
  }

  /** As it was given, and as numbers are compared. */
  private static List<String> spellings(String phone) {
    return PhoneNumber.parse(phone)
        .map(number -> List.of(phone, number.value()))
        .orElseGet(() -> List.of(phone));
  }
}
