package io.voltline.engine.desk;

import io.voltline.domain.kernel.AccountNo;
import java.util.Optional;

/** The whole view of a customer, for the screen-pop. May block; throws {@link Unavailable}. */
public interface CustomerViews {
  Optional<CustomerView> of(AccountNo account);
}
