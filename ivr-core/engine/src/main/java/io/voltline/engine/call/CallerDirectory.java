package io.voltline.engine.call;

import io.voltline.domain.kernel.AccountNo;
import java.util.Optional;

/** Finds the account a number belongs to, however the number was written. */
public interface CallerDirectory {

  /**
   * The one account known by this number; empty when none or several, or when the store is down.
   */
  Optional<AccountNo> accountOf(String number);
}
