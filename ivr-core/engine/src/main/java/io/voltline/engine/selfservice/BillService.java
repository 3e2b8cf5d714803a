package io.voltline.engine.selfservice;

import io.voltline.domain.billing.Tariff;
import io.voltline.domain.customer.Customer;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.CustomerViews;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Balance, last bill, last reading and the step of the tariff. */
final class BillService implements Subject {
  private final CustomerViews customers;
  private final BillBook bills;
  private final ZoneId zone;

  BillService(CustomerViews customers, BillBook bills, ZoneId zone) {
    this.customers = customers;
    this.bills = bills;
    this.zone = zone;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of(
        "balance", this::balance,
        "bill", this::bill,
        "reading", this::reading,
        "tariff", this::tariff);
  }

  private Input.Told balance(Question question) {
    Customer customer =
        customers
            .of(question.account())
            .map(CustomerView::customer)
            .orElseThrow(() -> new IllegalArgumentException("no such account"));
    BigDecimal yuan = customer.balance().yuan();
    return new Input.Told(
        standing(yuan, customer.cutOff()), Map.of("balance", new Value.Amount(yuan.abs())));
  }

  /** Who has paid since the cut owes nothing; that supply is to come back is another question. */
  private static String standing(BigDecimal yuan, boolean cutOff) {
    if (yuan.signum() >= 0) {
      return "credit";
    }
    return cutOff ? "cut-off" : "arrears";
  }

  private Input.Told bill(Question question) {
    return bills
        .lastBill(question.account())
        .map(
            bill ->
                new Input.Told(
                    "found",
                    Map.of(
                        "month", new Value.Day(bill.month().atDay(1)),
                        "kwh", new Value.Number(bill.kwh()),
                        "amount", new Value.Amount(bill.amount().yuan()),
                        "due", new Value.Day(bill.due()))))
        .orElseGet(BillService::none);
  }

  private Input.Told reading(Question question) {
    return bills
        .lastReading(question.account())
        .map(
            reading ->
                new Input.Told(
                    "found",
                    Map.of(
                        "day", new Value.Day(reading.day()),
                        "reading", new Value.Number(reading.kwh()))))
        .orElseGet(BillService::none);
  }

  private Input.Told tariff(Question question) {
    AccountNo account = question.account();
    LocalDate today = LocalDate.ofInstant(question.now(), zone);
    Optional<Tariff> tariff = bills.tariff(account, today).filter(Tariff::stepped);
    OptionalLong used = bills.usedIn(today.getYear(), account);
    return tariff.isPresent() && used.isPresent()
        ? told(tariff.get().standing(used.getAsLong()))
        : none();
  }

  private static Input.Told told(Tariff.Standing standing) {
    return new Input.Told(
        "found",
        Map.of(
            "step", new Value.Number(standing.step()),
            "used", new Value.Number(standing.used()),
            "left", new Value.Number(standing.left()),
            "price", new Value.Amount(standing.price())));
  }

  private static Input.Told none() {
    return new Input.Told("none", Map.of());
  }
}
