package io.voltline.engine.call;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.OfferOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The lasting record of a call, written as things happen. A store that is down must not hold a call
 * up: what could not be written is kept and written later.
 */
public interface CallLog {

  void arrived(CallId call, String caller, Instant at);

  /** This is no caller's own call: it stands in line for somebody who is to be called back. */
  void standsIn(CallId call);

  /** The caller is known, by number or by what was typed. */
  void identified(CallId call, AccountNo account);

  void language(CallId call, Language language);

  /** The caller came to a flow node and, when a key led on, pressed it there. */
  void node(CallId call, String node, Optional<Character> key, Instant at);

  void queued(CallId call, QueueId queue, Instant at);

  /** The queue could not serve the call: it waits in another one, or is to leave a message. */
  void overflowed(Command.Overflowed overflow, Instant at);

  void offered(CallId call, OfferId offer, AgentNo agent, Duration ringTime, Instant at);

  void offerEnded(CallId call, OfferId offer, OfferOutcome outcome, Instant at);

  /** Closes the offer as answered, too. */
  void answered(CallId call, OfferId offer, AgentNo agent, Instant at);

  /** Somebody to whom it was not offered has taken the call out of the line. */
  void pickedUp(CallId call, AgentNo by, Instant at);

  void ended(CallId call, EndReason reason, Instant at);
}
