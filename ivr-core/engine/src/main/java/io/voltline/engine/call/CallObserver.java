package io.voltline.engine.call;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.OfferOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The desks, as a call tells them what happens. Must not block: a ring waits for nobody. */
public interface CallObserver {

  /**
   * What a desk needs for the screen-pop; the customer view is looked up before the ring, in {@link
   * #waiting}.
   */
  record Pop(
      CallId call,
      AgentNo agent,
      String caller,
      Optional<AccountNo> account,
      Language language,
      QueueId queue,
      Instant queuedAt,
      Duration ringTime,
      List<String> flowPath) {}

  /** The caller begins to wait: whatever a later screen-pop shows is worth fetching now. */
  void waiting(CallId call, String caller, Optional<AccountNo> account);

  void offered(Pop pop);

  void offerEnded(CallId call, AgentNo agent, OfferOutcome outcome);

  void answered(CallId call, AgentNo agent);

  /** The call is over; {@code agents} is everybody it was offered to. */
  void ended(CallId call, List<AgentNo> agents, EndReason reason);
}
