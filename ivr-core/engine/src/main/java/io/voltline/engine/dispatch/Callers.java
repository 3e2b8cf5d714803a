package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import java.time.Duration;

/** The waiting callers, as the dispatcher commands them. Neither method may block. */
public interface Callers {

  /**
   * Ring this agent for this caller now. An offer for a call that is no longer there is answered
   * with {@link Routing#callGone}.
   *
   * @param ringTime how long the phone may ring, at least one second
   */
  void offer(OfferId offer, CallId call, AgentNo agent, Duration ringTime);

  /** Stop ringing for this offer; the call goes on waiting unless it is gone. */
  void cancel(OfferId offer, CallId call);
}
