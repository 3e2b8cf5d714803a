package io.voltline.engine.dispatch.journal;

import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.RoutingProfile;

/** One line of a journal. */
sealed interface Line {

  /**
   * The first line of every file.
   *
   * @param journal version of what follows
   * @param engine version of the engine that wrote it
   * @param part 1 for the file in which the core's life begins
   */
  record Begin(int journal, String engine, int part, OfferId lastOffer, RoutingProfile profile)
      implements Line {}

  /**
   * The core saw an event.
   *
   * @param sum of what the core commanded, see {@link JournalText#sum}
   */
  record Step(Event event, String sum) implements Line {}

  /** Events that could not be written. */
  record Gap(long after, long missing) implements Line {}
}
