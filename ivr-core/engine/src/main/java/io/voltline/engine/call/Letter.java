package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Command;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What reaches a waiting call from outside. */
sealed interface Letter {

  /** Agents are free for this caller. */
  record Offered(List<Command.Ring> rings, Duration ringTime) implements Letter {}

  /** The offer is over, whether it was read or not. */
  record Cancelled(OfferId offer) implements Letter {}

  /** The queue could not serve the caller. */
  record Overflowed(Command.Overflowed overflow) implements Letter {}

  /** Where the caller stands, as was asked. */
  record PlaceTold(Command.PlaceTold place) implements Letter {}

  /**
   * Somebody who may says where the caller is to wait.
   *
   * @param queue empty for where the caller is
   * @param priority empty for the one the caller has
   * @param first for whom the caller is to wait first, if for anybody
   */
  record Moved(Optional<QueueId> queue, Optional<Integer> priority, Optional<AgentNo> first)
      implements Letter {}

  /** A supervisor, whose own phone is to ring, takes the caller. */
  record Taken(AgentNo by) implements Letter {}

  /** The switch says the caller hung up. */
  record Gone() implements Letter {}

  /** This engine stops: the switch shall take the caller to another one. */
  record HandOver() implements Letter {}
}
