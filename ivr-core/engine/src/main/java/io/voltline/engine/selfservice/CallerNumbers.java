package io.voltline.engine.selfservice;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.List;

/** What is known of a telephone number. Every method may block and throws Unavailable. */
public interface CallerNumbers {

  /** Accounts of this number, two at most: more than one tells of none. */
  List<AccountNo> accounts(PhoneNumber number);

  /** Calls from this number since then, without this one. */
  long otherCalls(PhoneNumber number, CallId without, Instant since);
}
