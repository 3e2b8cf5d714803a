package io.voltline.engine.call;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import java.util.List;
import java.util.Optional;

/** Knows callers by their number, however it was written. */
public interface CallerDirectory {

  /**
   * What is known of a caller.
   *
   * @param account the one account of this number; empty when none or several
   * @param keyCustomer whether it is a critical or key customer's
   * @param preferred agents to be preferred, the dearest first: account manager, last agent
   */
  record Known(Optional<AccountNo> account, boolean keyCustomer, List<AgentNo> preferred) {
    public static final Known NOTHING = new Known(Optional.empty(), false, List.of());

    public Known {
      preferred = List.copyOf(preferred);
    }

    /** The same caller, of whom the account was found out, if it was. */
    public Known with(Optional<AccountNo> found) {
      return found.isEmpty() ? this : new Known(found, keyCustomer, preferred);
    }
  }

  /** What is known of whoever calls from this number; nothing when the store is down. */
  Known known(String number);
}
