package io.voltline.domain.talk;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;

/** To whom a talk is passed on, or who is called. */
public sealed interface Target {

  /** Somebody with a phone of the house. */
  record Desk(AgentNo agent) implements Target {
    @Override
    public String toString() {
      return agent.value();
    }
  }

  /** Somebody outside. */
  record Outside(PhoneNumber number) implements Target {
    @Override
    public String toString() {
      return number.value();
    }
  }

  /** Whoever of a queue is free first. */
  record Queue(QueueId queue) implements Target {
    @Override
    public String toString() {
      return queue.value();
    }
  }
}
