package io.voltline.engine.fax;

import io.voltline.domain.customer.Customer;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.ReceivedFax;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.selfservice.CallerNumbers;
import java.util.List;
import java.util.Optional;

/** Makes the work order on which a fax is a document, so that somebody reads it. May block. */
public final class FaxOrders {
  private static final String TYPE = "inquiry.other";
  private static final int LONGEST_PHONE = 32;

  private final WorkOrders orders;
  private final CallerNumbers numbers;
  private final CustomerViews customers;

  public FaxOrders(WorkOrders orders, CallerNumbers numbers, CustomerViews customers) {
    this.orders = orders;
    this.numbers = numbers;
    this.customers = customers;
  }

  /** The order of this fax; asked again it is the same. */
  WorkOrderNo of(ReceivedFax fax) throws Refused {
    Optional<PhoneNumber> number = PhoneNumber.parse(fax.caller());
    Optional<Customer> customer = number.flatMap(this::customer);
    String phone = number.map(PhoneNumber::value).orElse(fax.caller());
    var form =
        new WorkOrderForm(
            TYPE,
            customer.map(Customer::accountNo),
            Optional.empty(),
            customer.map(Customer::name),
            phone.substring(0, Math.min(phone.length(), LONGEST_PHONE)),
            customer.map(Customer::address),
            customer.map(Customer::area),
            Optional.empty(),
            description(fax));
    return orders.accept(WorkOrderSource.FAX, "fax-" + fax.id(), form).no();
  }

  /** Only when the number is one account's alone. */
  private Optional<Customer> customer(PhoneNumber number) {
    List<AccountNo> accounts = numbers.accounts(number);
    return accounts.size() == 1
        ? customers.of(accounts.getFirst()).map(CustomerView::customer)
        : Optional.empty();
  }

  private static String description(ReceivedFax fax) {
    String from = fax.caller().isEmpty() ? "号码未显示" : fax.caller();
    String what =
        switch (fax.status()) {
          case COMPLETE -> "传真来件，共%d页".formatted(fax.pages());
          case PARTIAL -> "传真来件不完整，可读%d页，请与发送方核实".formatted(fax.pages());
          case UNREADABLE, EMPTY -> "传真来件无法阅读，原件已保存，请与发送方核实";
        };
    return "%s。发送号码：%s。传真编号：%s".formatted(what, from, fax.id());
  }
}
