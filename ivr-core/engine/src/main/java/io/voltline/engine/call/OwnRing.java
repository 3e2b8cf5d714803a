package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.OfferOutcome;
import java.time.Duration;

/**
 * The ring of the phone of somebody who took a caller out of the line: nobody's offer, and routing
 * only keeps the caller's place.
 */
final class OwnRing implements RingObserver {

  /** Four rings, as long as an agent is rung at most. */
  static final Duration LONGEST = Duration.ofSeconds(12);

  private final CallId call;
  private final AgentNo by;
  private final Neighbours neighbours;
  private final String file;
  private boolean heard;
  private boolean over;
  private boolean told;

  OwnRing(CallId call, AgentNo by, Neighbours neighbours) {
    this.call = call;
    this.by = by;
    this.neighbours = neighbours;
    this.file = neighbours.recorder().begin(call, neighbours.now());
  }

  /** That is to hold whatever talk comes of this. */
  String file() {
    return file;
  }

  @Override
  public boolean wanted(AgentNo agent) {
    return true;
  }

  @Override
  public void ringing(AgentNo agent) {
    // Nobody waits to know.
  }

  @Override
  public void pickedUp(AgentNo agent) {
    // The two do not hear each other yet.
  }

  @Override
  public synchronized void answered(AgentNo agent) {
    if (!over && !heard) {
      heard = true;
      neighbours.routing().callGone(call);
      neighbours.recorder().heard(file, agent);
      neighbours.log().pickedUp(call, agent, neighbours.now());
      neighbours.desks().answered(call, agent);
    }
  }

  /** The talk is over at the desk, whatever becomes of the caller. */
  @Override
  public synchronized void left(AgentNo agent) {
    if (!over && heard) {
      tellEnd(OfferOutcome.ANSWERED);
    }
  }

  @Override
  public void ended(AgentNo agent, RingResult result) {
    // The end of the ring tells it.
  }

  /**
   * Nothing counts from here on.
   *
   * @param outcome if nobody was heard
   * @return whether the two heard each other
   */
  synchronized boolean over(OfferOutcome outcome) {
    over = true;
    // The switch may say that two were joined when nobody was heard: for the desk that is no talk.
    OfferOutcome unheard = outcome == OfferOutcome.ANSWERED ? OfferOutcome.NOT_ANSWERED : outcome;
    tellEnd(heard ? OfferOutcome.ANSWERED : unheard);
    return heard;
  }

  private void tellEnd(OfferOutcome outcome) {
    if (!told) {
      told = true;
      neighbours.desks().offerEnded(call, by, outcome);
    }
  }
}
