package io.voltline.engine.store;

import io.voltline.domain.customer.AccountManager;
import io.voltline.domain.customer.Customer;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes customers, many at once. */
final class CustomerRows {
  private CustomerRows() {}

  static void insert(Handle handle, List<Customer> customers) {
    var rows =
        handle.prepareBatch(
            """
            INSERT INTO customer (account_no, name, address, area, customer_class, credit_grade,
              balance, cut_off, capacity_kva, dual_supply, manager_name, manager_phone, meter_no,
              transformer_area, supply_station)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    var phones =
        handle.prepareBatch("INSERT INTO customer_phone (account_no, phone) VALUES (?, ?)");
    for (Customer customer : customers) {
      rows.add(
          customer.accountNo(),
          customer.name(),
          customer.address(),
          customer.area().name(),
          customer.customerClass().name(),
          customer.creditGrade().name(),
          customer.balance(),
          customer.cutOff(),
          customer.capacityKva(),
          customer.dualSupply(),
          customer.accountManager().map(AccountManager::name),
          customer.accountManager().map(AccountManager::phone),
          customer.meterNo(),
          customer.transformerArea(),
          customer.supplyStation());
      customer.phones().forEach(phone -> phones.add(customer.accountNo(), phone));
    }
    rows.execute();
    phones.execute();
  }
}
