package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;

/** What the switch does for a call from outside its own thread. */
public interface Switch {

  /**
   * Ends the ring of this agent for this call. Never blocks.
   *
   * @return false when the switch cannot be told now, or caller and agent hear each other already
   */
  boolean stopRinging(CallId call, AgentNo agent);

  /** Ends the announcement that plays to this caller, if one does. May block. */
  void cutAnnouncement(CallId call);
}
