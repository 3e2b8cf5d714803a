package io.voltline.engine.web;

import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.engine.form.CustomerSearch;
import java.util.List;

/** The contract's CustomerMatch: a list of people is told with names and numbers masked. */
record CustomerMatchJson(
    AccountNo accountNo,
    String name,
    List<String> phones,
    String address,
    String meterNo,
    CustomerClass customerClass) {

  static CustomerMatchJson of(CustomerSearch.Match match) {
    return new CustomerMatchJson(
        match.account(),
        Masked.name(match.name()),
        match.phones().stream().map(phone -> Masked.number(phone.value())).toList(),
        match.address(),
        match.meterNo(),
        match.kind());
  }
}
