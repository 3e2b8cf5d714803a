package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.OfferId;
import java.time.Duration;

/** What reaches a waiting call from outside. */
sealed interface Letter {

  /** An agent is free for this caller. */
  record Offered(OfferId offer, AgentNo agent, Duration ringTime) implements Letter {}

  /** The offer is over, whether it was read or not. */
  record Cancelled(OfferId offer) implements Letter {}

  /** The switch says the caller hung up. */
  record Gone() implements Letter {}

  /** This engine stops: the switch shall take the caller to another one. */
  record HandOver() implements Letter {}
}
