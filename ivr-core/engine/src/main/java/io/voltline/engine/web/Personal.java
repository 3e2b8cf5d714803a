package io.voltline.engine.web;

import io.voltline.domain.customer.PhoneNumber;
import java.util.function.UnaryOperator;

/**
 * Something personal in an answer, which those are told masked who need not know all of it: see
 * {@link io.voltline.engine.desk.Role#seesPersonalData}.
 *
 * @param masking hides what is not needed to tell one from the next
 */
record Personal(String text, UnaryOperator<String> masking) {

  static Personal name(String name) {
    return new Personal(name, Masked::name);
  }

  static Personal number(String number) {
    return new Personal(number, Masked::number);
  }

  static Personal number(PhoneNumber number) {
    return number(number.value());
  }

  static Personal place(String address) {
    return new Personal(address, Masked::place);
  }

  String masked() {
    return masking.apply(text);
  }
}
