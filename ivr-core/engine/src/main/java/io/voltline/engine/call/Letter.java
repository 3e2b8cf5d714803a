package io.voltline.engine.call;

import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import java.time.Duration;
import java.util.List;

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

  /** The switch says the caller hung up. */
  record Gone() implements Letter {}

  /** This engine stops: the switch shall take the caller to another one. */
  record HandOver() implements Letter {}
}
