package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;

/** What the switch does for a call from outside its own thread. */
public interface Switch {

  /** Stops ringing this agent for this call; does nothing when it no longer rings. */
  void stopRinging(CallId call, AgentNo agent);

  /** Ends what the caller is listening to, so that the waiting thread can go on. */
  void interruptAnnouncement(CallId call);
}
