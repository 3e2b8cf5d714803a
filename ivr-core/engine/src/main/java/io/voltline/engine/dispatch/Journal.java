package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.RoutingProfile;
import java.util.List;

/**
 * Keeps all that the routing core saw, so that it can be seen again. Called on the dispatcher's own
 * thread: hands over and returns at once, whatever becomes of what was handed over.
 */
public interface Journal {

  /** A core begins with this. */
  void begins(RoutingProfile profile, OfferId lastOffer);

  /** The core saw an event; no commands when it failed on it. */
  void saw(Event event, List<Command> commands);
}
