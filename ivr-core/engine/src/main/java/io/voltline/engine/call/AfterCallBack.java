package io.voltline.engine.call;

import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.Node;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A customer who was called back and whom the agent left goes on through the flow on a channel of
 * their own, as whoever called does after a talk.
 */
final class AfterCallBack {
  private static final Logger log = LoggerFactory.getLogger(AfterCallBack.class);

  private final Caller customer;
  private final FlowBook flows;
  private final FlowWalk walk;

  /**
   * @param customer known by the id of the line that stood in for them
   */
  AfterCallBack(Caller customer, FlowBook flows, Neighbours neighbours) {
    this.customer = customer;
    this.flows = flows;
    this.walk = new FlowWalk(customer, neighbours);
  }

  void run() {
    try {
      Optional<Place> place = Place.readFrom(customer);
      if (place.isPresent()) {
        goOn(place.get());
      } else {
        log.error("where the customer stood in line is not known");
      }
      customer.done();
    } catch (CallerGone _) {
      // The customer was faster.
    }
  }

  private void goOn(Place place) throws CallerGone {
    customer.speak(place.language());
    Optional<Action.Enqueue> queue = walk.rejoin(flows, place);
    if (queue.filter(it -> it.exits().contains(Node.Queue.HUNG_UP)).isPresent()) {
      walk.leave(Node.Queue.HUNG_UP, place.inLine());
    }
  }
}
