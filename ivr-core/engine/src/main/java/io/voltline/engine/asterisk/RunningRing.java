package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.call.RingObserver;
import java.util.Optional;

/** One ring under way, and whether it is to be stopped. */
final class RunningRing {

  private final AgentNo agent;
  private final RingObserver observer;
  private Optional<String> channel = Optional.empty();
  private boolean stopped;

  RunningRing(AgentNo agent, RingObserver observer) {
    this.agent = agent;
    this.observer = observer;
  }

  AgentNo agent() {
    return agent;
  }

  RingObserver observer() {
    return observer;
  }

  /** The agent's channel is there; true when it is to be hung up at once. */
  synchronized boolean dialled(String name) {
    channel = Optional.of(name);
    return stopped;
  }

  /** The channel to hang up, if it is there yet. */
  synchronized Optional<String> stop() {
    stopped = true;
    return channel;
  }
}
