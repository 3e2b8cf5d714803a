package io.voltline.engine.call;

import io.voltline.domain.kernel.CallId;

/** Which calls the switch still has, for those who clear up behind calls that were lost. */
@FunctionalInterface
public interface LiveCalls {

  /** False only when the switch was asked and does not have the call; returns at once. */
  boolean mayBeLive(CallId call);

  /** Whether the switch was asked; until then any call may be live. */
  default boolean known() {
    return true;
  }
}
