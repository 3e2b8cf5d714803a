package io.voltline.engine.form;

import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import java.util.List;

/** Customers by what a caller can tell of them. May block; throws Unavailable. */
public interface CustomerSearch {

  /** Enough of a customer to be told from others. */
  record Match(
      AccountNo account,
      String name,
      List<PhoneNumber> phones,
      String address,
      String meterNo,
      CustomerClass kind) {
    public Match {
      phones = List.copyOf(phones);
    }
  }

  /**
   * By account number or its beginning, telephone number however it is written, meter number or its
   * beginning, name or its beginning, part of an address; by account number.
   */
  List<Match> find(String text, int limit);
}
