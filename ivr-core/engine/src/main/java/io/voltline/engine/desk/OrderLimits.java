package io.voltline.engine.desk;

import io.voltline.domain.workorder.Deadlines;
import java.time.Instant;

/** The time limits that orders are promised by. May block and throws {@link Unavailable}. */
public interface OrderLimits {

  /** Those of orders accepted at that moment. */
  Deadlines at(Instant moment);
}
