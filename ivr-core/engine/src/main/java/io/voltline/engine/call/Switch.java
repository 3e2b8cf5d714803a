package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;

/** What the switch does for a call from outside its own thread. Never blocks. */
public interface Switch {

  /**
   * Ends the ring of this agent for this call, or the talk that has just begun from it.
   *
   * @return false when the switch cannot be told now
   */
  boolean stopRinging(CallId call, AgentNo agent);
}
