package io.voltline.engine.call;

import io.voltline.domain.kernel.CallId;

/** One ring of one agent, as it is told by the switch; each fact counts once and none too late. */
final class Ring implements RingObserver {

  private final CallId call;
  private final Letter.Offered offer;
  private final Neighbours neighbours;
  private boolean pickedUp;
  private boolean answered;
  private boolean over;

  Ring(CallId call, Letter.Offered offer, Neighbours neighbours) {
    this.call = call;
    this.offer = offer;
    this.neighbours = neighbours;
  }

  @Override
  public synchronized void ringing() {
    if (!over && !pickedUp) {
      neighbours.routing().offerRinging(offer.offer());
    }
  }

  @Override
  public synchronized void pickedUp() {
    if (!over && !pickedUp) {
      pickedUp = true;
      neighbours.routing().offerAnswered(offer.offer());
    }
  }

  @Override
  public synchronized void answered() {
    pickedUp();
    if (!over && !answered) {
      answered = true;
      neighbours.routing().talkBegan(offer.offer());
      neighbours.log().answered(call, offer.offer(), offer.agent(), neighbours.now());
      neighbours.desks().answered(call, offer.agent());
    }
  }

  /** Nothing counts from here on. */
  synchronized void over() {
    over = true;
  }

  /** Whether caller and agent were joined. */
  synchronized boolean wasAnswered() {
    return answered;
  }
}
