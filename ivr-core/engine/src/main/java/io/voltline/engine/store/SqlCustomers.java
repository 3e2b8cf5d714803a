package io.voltline.engine.store;

import io.voltline.domain.customer.AccountManager;
import io.voltline.domain.customer.Area;
import io.voltline.domain.customer.CreditGrade;
import io.voltline.domain.customer.Customer;
import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.customer.Money;
import io.voltline.domain.customer.Outage;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.RecentCall;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Customers in MariaDB, with what is open and what is out where they live. */
public final class SqlCustomers implements CustomerViews {
  private static final int RECENT_CALLS = 5;
  private static final int OPEN_ORDERS = 20;

  /** The statuses of orders that are open. */
  static final List<String> OPEN =
      Arrays.stream(WorkOrderStatus.values())
          .filter(WorkOrderStatus::open)
          .map(WorkOrderStatus::name)
          .toList();

  private final Database database;

  public SqlCustomers(Database database) {
    this.database = database;
  }

  @Override
  public Optional<CustomerView> of(AccountNo account) {
    return database.read(
        handle ->
            customer(handle, account)
                .map(
                    customer ->
                        new CustomerView(
                            customer,
                            openOrders(handle, account),
                            outages(handle, customer),
                            recentCalls(handle, customer))));
  }

  private static Optional<Customer> customer(Handle handle, AccountNo account) {
    var phones =
        handle
            .select("SELECT phone FROM customer_phone WHERE account_no = ? ORDER BY phone", account)
            .map((rs, ctx) -> new PhoneNumber(rs.getString("phone")))
            .list();
    return handle
        .select("SELECT * FROM customer WHERE account_no = ?", account)
        .map((rs, ctx) -> customer(new Row(rs), phones))
        .findOne();
  }

  private static Customer customer(Row row, List<PhoneNumber> phones) throws SQLException {
    Optional<String> managerPhone = row.maybe("manager_phone");
    return new Customer(
        row.text("account_no", AccountNo::new),
        row.text("name"),
        phones,
        row.text("address"),
        row.text("area", Area::valueOf),
        row.text("customer_class", CustomerClass::valueOf),
        row.text("credit_grade", CreditGrade::valueOf),
        new Money(row.text("balance", BigDecimal::new)),
        row.flag("cut_off"),
        row.maybe("capacity_kva", Integer::valueOf)
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty),
        row.flag("dual_supply"),
        row.maybe("manager_name", name -> new AccountManager(name, managerPhone.orElse(""))),
        row.text("meter_no"),
        row.text("transformer_area"),
        row.text("supply_station"));
  }

  private static List<WorkOrder> openOrders(Handle handle, AccountNo account) {
    var numbers =
        handle
            .createQuery(
                """
                SELECT no FROM work_order WHERE account_no = :account AND status IN (<open>)
                ORDER BY created_at DESC LIMIT :limit
                """)
            .bind("account", account)
            .bindList("open", OPEN)
            .bind("limit", OPEN_ORDERS)
            .mapTo(String.class)
            .list();
    return WorkOrderRows.read(handle, numbers);
  }

  private static List<Outage> outages(Handle handle, Customer customer) {
    return handle
        .select(
            """
            SELECT * FROM outage WHERE transformer_area = ? AND ended_at IS NULL
            ORDER BY started_at
            """,
            customer.transformerArea())
        .map((rs, ctx) -> OutageRows.outage(new Row(rs)))
        .list();
  }

  private static List<RecentCall> recentCalls(Handle handle, Customer customer) {
    return handle
        .select(
            """
            SELECT call_id, arrived_at, answered_by FROM call_record
            WHERE account_no = ? AND ended_at IS NOT NULL
            ORDER BY arrived_at DESC LIMIT ?
            """,
            customer.accountNo(),
            RECENT_CALLS)
        .map((rs, ctx) -> recentCall(new Row(rs)))
        .list();
  }

  private static RecentCall recentCall(Row row) throws SQLException {
    return new RecentCall(
        row.text("call_id", CallId::new),
        row.time("arrived_at"),
        row.maybe("answered_by", AgentNo::new));
  }
}
