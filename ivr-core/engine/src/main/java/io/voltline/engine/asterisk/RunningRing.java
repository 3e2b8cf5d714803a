package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.call.RingObserver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A ring under way: the phones that were dialled for it, and whether one of them was joined. */
final class RunningRing {

  private record Leg(String channel, String id) {}

  private final List<AgentNo> agents;
  private final RingObserver observer;
  private final Map<AgentNo, Leg> legs = new HashMap<>();
  private Optional<AgentNo> joined = Optional.empty();
  private boolean over;
  private volatile boolean kept;

  RunningRing(List<AgentNo> agents, RingObserver observer) {
    this.agents = agents;
    this.observer = observer;
  }

  /** Whether one phone alone was rung: the two are joined when the number was announced. */
  boolean announces() {
    return agents.size() == 1;
  }

  void keep(boolean now) {
    kept = now;
  }

  /** Whether the desk has put the talk into a conference. */
  boolean kept() {
    return kept;
  }

  /** No more phones are dialled; the ids of those that were. */
  synchronized List<String> end() {
    over = true;
    return legs.values().stream().map(Leg::id).toList();
  }

  /**
   * An agent's channel is there; it is hung up at once when the ring is not wanted any more.
   *
   * @return false when the ring is over
   */
  synchronized boolean dialled(AgentNo agent, String channel, String id, Consumer<String> hangUp) {
    legs.put(agent, new Leg(channel, id));
    if (!observer.wanted(agent)) {
      hangUp.accept(channel);
    }
    return !over;
  }

  /** An agent's channel was found, whose dialling was missed. */
  synchronized void found(AgentNo agent, String channel) {
    legs.putIfAbsent(agent, new Leg(channel, ""));
  }

  /** Another channel of the agent's phone has taken the place of the one that was dialled. */
  synchronized void replaced(AgentNo agent, String channel, String id) {
    legs.put(agent, new Leg(channel, id));
  }

  void ringing(AgentNo agent) {
    observer.ringing(agent);
  }

  /** A phone went off the hook; of several, only the switch itself knows which one was first. */
  void up(AgentNo agent) {
    if (announces()) {
      observer.pickedUp(agent);
    }
  }

  /** Caller and agent hear each other: this is no ring any more, and nobody stops it. */
  void joined(AgentNo agent) {
    synchronized (this) {
      joined = Optional.of(agent);
    }
    observer.answered(agent);
  }

  synchronized boolean talking() {
    return joined.isPresent();
  }

  void left(AgentNo agent) {
    observer.left(agent);
  }

  /** A phone rings no more; the end of a single one is told by the end of the ring. */
  void ended(AgentNo agent, String dialStatus, String cause) {
    // CANCEL: the switch itself let go of it, since somebody answered or the caller left.
    if (!announces() && !dialStatus.equals("CANCEL")) {
      observer.ended(agent, DialResults.of(dialStatus, cause));
    }
  }

  /** Hangs up the agent's channel, if there is one; false when caller and agent are joined. */
  synchronized boolean stop(AgentNo agent, Consumer<String> hangUp) {
    if (joined.equals(Optional.of(agent))) {
      return false;
    }
    Leg leg = legs.get(agent);
    if (leg != null) {
      hangUp.accept(leg.channel());
    }
    return true;
  }
}
