package io.voltline.engine.selfservice;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.Bilingual;
import java.util.Optional;

/** Service halls (营业厅). Every method may block and throws Unavailable. */
public interface HallBook {

  /**
   * A hall.
   *
   * @param calendar by which it is open
   */
  record Hall(Bilingual name, Bilingual address, String calendar) {}

  /** The hall that serves the account's supply station. */
  Optional<Hall> of(AccountNo account);
}
