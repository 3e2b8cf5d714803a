package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.OfferOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One ring of one phone or of several, as it is told by the switch; each fact counts once and none
 * too late.
 */
final class Ring implements RingObserver {

  private final CallId call;
  private final Neighbours neighbours;

  private final Map<AgentNo, OfferId> all = new LinkedHashMap<>();

  /** Whose end was not told yet; a talk's offer stays. */
  private final Set<AgentNo> open = ConcurrentHashMap.newKeySet();

  private final Set<AgentNo> cancelled = ConcurrentHashMap.newKeySet();
  private volatile Optional<AgentNo> taker = Optional.empty();
  private String recording = "";
  private boolean heard;
  private boolean over;

  Ring(CallId call, List<Command.Ring> rings, Neighbours neighbours) {
    this.call = call;
    this.neighbours = neighbours;
    rings.forEach(ring -> all.put(ring.agent(), ring.offer()));
    open.addAll(all.keySet());
  }

  /** Leaves out whose offer is over already, before anybody was told of it. */
  synchronized void skipCancelled() {
    for (AgentNo agent : cancelled) {
      neighbours.routing().offerEnded(offer(agent), OfferOutcome.SUPERSEDED);
      open.remove(agent);
    }
  }

  /** The file that is to hold whatever talk comes of this. */
  synchronized String record() {
    recording = neighbours.recorder().begin(call, neighbours.now());
    return recording;
  }

  /** Whose phones ring, or are to ring. */
  synchronized Map<AgentNo, OfferId> offers() {
    Map<AgentNo, OfferId> offers = new LinkedHashMap<>(all);
    offers.keySet().retainAll(open);
    return offers;
  }

  /**
   * Routing wants this offer no more. Takes no lock: who holds it may wait for routing.
   *
   * @return whose phone is to be silenced; empty when the offer is not open here, or when another
   *     agent has the call, so that no other phone rings
   */
  Optional<AgentNo> cancel(OfferId offer) {
    Optional<AgentNo> agent =
        all.keySet().stream()
            .filter(it -> offer(it).equals(offer) && open.contains(it))
            .findFirst();
    agent.ifPresent(cancelled::add);
    Optional<AgentNo> has = taker;
    return agent.filter(it -> has.isEmpty() || has.get().equals(it));
  }

  @Override
  public boolean wanted(AgentNo agent) {
    return open.contains(agent) && !cancelled.contains(agent);
  }

  @Override
  public synchronized void ringing(AgentNo agent) {
    if (undecided(agent)) {
      neighbours.routing().offerRinging(offer(agent));
    }
  }

  @Override
  public synchronized void pickedUp(AgentNo agent) {
    if (undecided(agent)) {
      taker = Optional.of(agent);
      neighbours.routing().offerAnswered(offer(agent));
    }
  }

  @Override
  public synchronized void answered(AgentNo agent) {
    pickedUp(agent);
    if (!over && !heard && taker.equals(Optional.of(agent))) {
      heard = true;
      neighbours.routing().talkBegan(offer(agent));
      neighbours.recorder().heard(recording, agent);
      neighbours.log().answered(call, offer(agent), agent, neighbours.now());
      neighbours.desks().answered(call, agent);
      offers().keySet().stream()
          .filter(other -> !other.equals(agent))
          .forEach(other -> close(other, OfferOutcome.SUPERSEDED));
    }
  }

  /** The agent is free while the switch still parts the two. */
  @Override
  public synchronized void left(AgentNo agent) {
    if (!over && heard && open.contains(agent)) {
      neighbours.routing().talkEnded(offer(agent));
      open.remove(agent);
    }
  }

  @Override
  public synchronized void ended(AgentNo agent, RingResult result) {
    if (undecided(agent)) {
      close(agent, result.outcome());
    }
  }

  /**
   * Nothing counts from here on; whose end was not told ended with this outcome.
   *
   * @return the agent whom the caller heard; empty when no two were joined
   */
  synchronized Optional<AgentNo> over(OfferOutcome outcome) {
    over = true;
    if (heard) {
      offers().values().forEach(neighbours.routing()::talkEnded);
    } else {
      // The switch may say that two were joined when nobody was heard: for routing that is no talk.
      OfferOutcome told = outcome == OfferOutcome.ANSWERED ? OfferOutcome.NOT_ANSWERED : outcome;
      offers().keySet().forEach(agent -> close(agent, told));
    }
    return heard ? taker : Optional.empty();
  }

  private boolean undecided(AgentNo agent) {
    return !over && taker.isEmpty() && open.contains(agent);
  }

  private void close(AgentNo agent, OfferOutcome outcome) {
    OfferId offer = offer(agent);
    open.remove(agent);
    neighbours.routing().offerEnded(offer, outcome);
    neighbours.log().offerEnded(call, offer, outcome, neighbours.now());
    neighbours.desks().offerEnded(call, agent, outcome);
  }

  private OfferId offer(AgentNo agent) {
    return Objects.requireNonNull(all.get(agent));
  }
}
