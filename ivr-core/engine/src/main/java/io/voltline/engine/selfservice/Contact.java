package io.voltline.engine.selfservice;

import io.voltline.domain.customer.Customer;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.CustomerViews;
import java.util.Optional;

/**
 * Whom an order is about and who can be asked; nobody at all for a caller who stays unknown.
 *
 * @param phone empty when nobody can be asked
 */
record Contact(Optional<Customer> customer, Optional<PhoneNumber> phone, Optional<CallId> call) {
  private static final Contact NOBODY =
      new Contact(Optional.empty(), Optional.empty(), Optional.empty());

  static Contact of(Question question, CustomerViews customers) {
    if (question.anonymous()) {
      return NOBODY;
    }
    var customer = question.anyAccount().flatMap(customers::of).map(CustomerView::customer);
    var phone = question.caller().or(() -> customer.flatMap(Contact::firstPhone));
    return new Contact(customer, phone, Optional.of(question.call().call()));
  }

  private static Optional<PhoneNumber> firstPhone(Customer customer) {
    return customer.phones().stream().findFirst();
  }

  WorkOrderForm form(String type, String description) {
    return new WorkOrderForm(
        type,
        customer.map(Customer::accountNo),
        call,
        customer.map(Customer::name),
        phone.map(PhoneNumber::value).orElse(""),
        customer.map(Customer::address),
        customer.map(Customer::area),
        Optional.empty(),
        description);
  }
}
