package io.voltline.engine.form;

import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import java.util.List;

/** Looks for customers on behalf of those who serve them. May block. */
public final class CustomerFinder {

  /** A caller tells at least so much; less would be leafing through customers. */
  private static final int SHORTEST = 2;

  private final CustomerSearch customers;

  public CustomerFinder(CustomerSearch customers) {
    this.customers = customers;
  }

  /**
   * Who may be meant.
   *
   * @throws Refused FORBIDDEN for quality staff, who serve nobody; INVALID for a text that is too
   *     short
   */
  public List<CustomerSearch.Match> find(Account by, String text, int limit) throws Refused {
    if (by.role() == Role.QUALITY) {
      throw new Refused(Refused.Reason.FORBIDDEN, "quality staff look for no customers");
    }
    String asked = text.strip();
    if (asked.codePointCount(0, asked.length()) < SHORTEST) {
      throw new Refused(Refused.Reason.INVALID, "/q: at least " + SHORTEST + " characters");
    }
    return customers.find(asked, limit);
  }
}
