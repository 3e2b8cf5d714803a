package io.voltline.engine.call;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.util.Optional;

/** What callers ask of an agent, by the rules of queues at this moment. */
public interface Demands {

  /** What a queue asks for; empty for one without a rule. */
  Optional<Demand> of(QueueId queue);

  /**
   * What a call asks for whose flow says this: the same, unless that is what the settings say of
   * the queue and administrators have changed it since.
   */
  Demand asked(QueueId queue, Demand written);
}
