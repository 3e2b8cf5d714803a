package io.voltline.engine.selfservice;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.engine.desk.CustomerViews;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who calls, and whether there is such an account. */
final class CallerService implements Subject {
  private final CallerNumbers numbers;
  private final CustomerViews customers;
  private final Duration window;

  /**
   * @param window over which calls of one number are counted
   */
  CallerService(CallerNumbers numbers, CustomerViews customers, Duration window) {
    this.numbers = numbers;
    this.customers = customers;
    this.window = window;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of("caller", this::caller, "account", this::account);
  }

  private Input.Told caller(Question question) {
    Optional<PhoneNumber> number = question.caller();
    if (number.isEmpty()) {
      return new Input.Told("unknown", Map.of("repeats", new Value.Number(1)));
    }
    var repeats =
        new Value.Number(
            1
                + numbers.otherCalls(
                    number.get(), question.call().call(), question.now().minus(window)));
    List<AccountNo> accounts = numbers.accounts(number.get());
    return switch (accounts.size()) {
      case 0 -> new Input.Told("unknown", Map.of("repeats", repeats));
      case 1 ->
          new Input.Told(
              "known",
              Map.of("account", new Value.Digits(accounts.getFirst().value()), "repeats", repeats));
      default -> new Input.Told("several", Map.of("repeats", repeats));
    };
  }

  /** Whatever a caller types is an answer: what is no account number is an unknown one. */
  private Input.Told account(Question question) {
    String typed = question.digits("account").orElse("");
    boolean found = AccountNo.parse(typed).flatMap(customers::of).isPresent();
    return found
        ? new Input.Told("found", Map.of("account", new Value.Digits(typed)))
        : new Input.Told("unknown", Map.of());
  }
}
