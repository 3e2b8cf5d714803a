package io.voltline.engine.selfservice;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.engine.call.FlowCall;
import io.voltline.engine.desk.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a flow asks, with what it tells of itself. */
record Question(String service, FlowCall call, Map<String, Value> arguments, Instant now) {

  /** One who answers; may block and throw Unavailable. */
  @FunctionalInterface
  interface Answer {
    Input.Told to(Question question) throws Refused, InterruptedException;
  }

  /**
   * The account asked about.
   *
   * @throws IllegalArgumentException when it is missing or no account number
   */
  AccountNo account() {
    return new AccountNo(digits("account").orElse(""));
  }

  /** The account, if the flow told one; otherwise the one the caller is known by. */
  Optional<AccountNo> anyAccount() {
    return digits("account").map(AccountNo::new).or(call::account);
  }

  Optional<String> digits(String name) {
    return value(name, Value.Digits.class).map(Value.Digits::digits);
  }

  /**
   * The word told by this name.
   *
   * @throws IllegalArgumentException when it is missing
   */
  String word(String name) {
    return value(name, Value.Word.class)
        .map(Value.Word::word)
        .orElseThrow(() -> new IllegalArgumentException("no " + name));
  }

  /** Whether the caller wants to stay unknown. */
  boolean anonymous() {
    return value("anonymous", Value.Word.class).filter(it -> it.word().equals("yes")).isPresent();
  }

  /**
   * The number told by this name.
   *
   * @throws IllegalArgumentException when it is missing
   */
  long number(String name) {
    return value(name, Value.Number.class)
        .map(Value.Number::value)
        .orElseThrow(() -> new IllegalArgumentException("no " + name));
  }

  <T extends Value> Optional<T> value(String name, Class<T> type) {
    return Optional.ofNullable(arguments.get(name)).filter(type::isInstance).map(type::cast);
  }

  /** The calling number; empty when it is withheld. */
  Optional<PhoneNumber> caller() {
    return PhoneNumber.parse(call.callerNumber());
  }
}
