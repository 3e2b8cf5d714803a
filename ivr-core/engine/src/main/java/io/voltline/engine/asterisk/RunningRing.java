package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.call.RingObserver;
import java.util.Optional;
import java.util.function.Consumer;

/** One ring under way, and whether it is to be stopped. */
final class RunningRing {

  private final AgentNo agent;
  private final RingObserver observer;
  private Optional<String> channel = Optional.empty();
  private boolean stopped;
  private boolean joined;

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

  /** Caller and agent hear each other: this is no ring any more, and nobody stops it. */
  void joined() {
    synchronized (this) {
      joined = true;
    }
    observer.answered();
  }

  /** Hangs up the channel, if it is there yet; false when the two are joined. */
  synchronized boolean stop(Consumer<String> hangUp) {
    if (joined) {
      return false;
    }
    stopped = true;
    channel.ifPresent(hangUp);
    return true;
  }
}
