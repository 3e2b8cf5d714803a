package io.voltline.engine.desk;

import io.voltline.domain.kernel.CallId;

/** Keeps how agents heard their callers. */
public interface CallQualities {

  /**
   * Keeps it once, however often it is told.
   *
   * @return whether the agent had a part in that talk; nothing is kept of others
   * @throws Unavailable when it can't be kept now
   */
  boolean keep(CallId call, CallQuality quality);
}
