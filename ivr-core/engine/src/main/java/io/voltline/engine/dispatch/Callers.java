package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import java.time.Duration;
import java.util.List;

/** The waiting callers, as the dispatcher commands them. No method may block. */
public interface Callers {

  /**
   * Ring these agents for this caller now, all at once. An offer for a call that is no longer there
   * is answered with {@link Routing#callGone}.
   *
   * @param ringTime how long the phones may ring, at least one second
   */
  void offer(CallId call, List<Command.Ring> rings, Duration ringTime);

  /** The call left its queue without an agent: for another queue, or for a message. */
  void overflowed(Command.Overflowed overflow);

  /** Where a caller stands who is to be told. */
  void placeTold(Command.PlaceTold place);

  /** Stop ringing for this offer; the call goes on waiting unless it is gone. */
  void cancel(OfferId offer, CallId call);
}
